-- Which money that went out may be a payment that went back: asked for the first screen after each act, by amount.
CREATE INDEX payment_amount ON payment (amount) WHERE undone IS NULL;
