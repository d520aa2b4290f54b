//! The facts of an administration, as the rest of the domain reads them.

mod account;
mod bank;
mod creditor;
mod customer;
mod ids;
mod invoice;
mod letter;
mod plan;
mod told;

pub use account::{Account, Books};
pub use bank::{BankLine, Certainty, Direction};
pub use creditor::{Creditor, PriorReach, Settings, WindowSide};
pub use customer::{Address, AgreedInterest, Customer, CustomerKind};
pub use ids::{
    AllocationId, BankLineId, CustomerId, FactId, ImportId, InvoiceId, LetterId, PaymentId, RunId,
};
pub use invoice::{Allocation, Invoice, InvoiceKind, Payment, PaymentSource};
pub use letter::{Channel, ClaimFigures, Letter, LetterLine, LetterState};
pub use plan::{DunningPlan, PlanStep, Plans, Step};
pub use told::{
    Dispute, HandedTo, Handover, HandoverEvent, HandoverEventKind, Hold, Insolvency,
    InsolvencyKind, Note, PartyKind, Promise, Waiver, WriteOff,
};
