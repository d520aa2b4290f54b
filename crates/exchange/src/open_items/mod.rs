//! Lists of open items as delimited text, from any bookkeeping package.

mod aliases;
mod item;
mod mapping;

pub use item::{Field, ItemKind, OpenItem, OpenItems};
pub use mapping::{Column, DateOrder, DecimalSign, Mapping, fingerprint};

pub(crate) use item::names_of;
