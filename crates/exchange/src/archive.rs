//! ZIP archives that people upload as the bank gave them: opened, within limits.

use std::io::{Cursor, Read};

use crate::refusal::Refusal;

/// The most members.
const MEMBERS: usize = 2_000;
/// The most bytes of one member, unpacked.
const MEMBER_LIMIT: u64 = 256 * 1024 * 1024;
/// The most bytes of all members together, unpacked.
const TOTAL_LIMIT: u64 = 1024 * 1024 * 1024;
/// How much larger a member may get. Statements shrink some thirty times.
const RATIO_LIMIT: u64 = 400;
/// Below this size the ratio does not matter.
const RATIO_FREE: u64 = 4 * 1024 * 1024;

/// A member of an archive: its name, and its bytes or why it is not read.
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) content: Result<Vec<u8>, Refusal>,
}

/// An archive being read, one member at a time.
pub(crate) struct Members<'a> {
    archive: zip::ZipArchive<Cursor<&'a [u8]>>,
    next: usize,
    total: u64,
}

/// Opens an archive.
pub(crate) fn open(bytes: &[u8]) -> Result<Members<'_>, Refusal> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::DamagedArchive)?;
    if archive.len() > MEMBERS {
        return Err(Refusal::TooLarge);
    }
    Ok(Members {
        archive,
        next: 0,
        total: 0,
    })
}

impl Iterator for Members<'_> {
    type Item = Member;

    fn next(&mut self) -> Option<Member> {
        while self.next < self.archive.len() {
            let index = self.next;
            self.next += 1;
            if let Some(member) = self.member(index) {
                return Some(member);
            }
        }
        None
    }
}

impl Members<'_> {
    /// A member; nothing for folders and what operating systems add.
    fn member(&mut self, index: usize) -> Option<Member> {
        let budget = TOTAL_LIMIT.saturating_sub(self.total);
        let (name, is_dir, encrypted, packed) = match self.archive.by_index_raw(index) {
            Ok(file) => {
                let name = file
                    .name()
                    .map(|name| name.into_owned())
                    .unwrap_or_else(|_| format!("{}", index + 1));
                (
                    name,
                    file.is_dir(),
                    file.encrypted(),
                    file.compressed_size(),
                )
            }
            Err(_) => {
                return Some(Member {
                    name: format!("{}", index + 1),
                    content: Err(Refusal::DamagedArchive),
                });
            }
        };
        let name: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
        let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
        if is_dir
            || name.starts_with("__MACOSX/")
            || last.starts_with("._")
            || matches!(last, ".DS_Store" | "Thumbs.db" | "desktop.ini")
        {
            return None;
        }
        if encrypted {
            return Some(Member {
                name,
                content: Err(Refusal::LockedArchive),
            });
        }
        let limit = MEMBER_LIMIT
            .min(budget)
            .min(packed.saturating_mul(RATIO_LIMIT).max(RATIO_FREE));
        let content = self.unpack(index, limit);
        if let Ok(bytes) = &content {
            self.total += bytes.len() as u64;
        }
        Some(Member { name, content })
    }

    /// Unpacks, and stops at the limit whatever size the archive states.
    fn unpack(&mut self, index: usize, limit: u64) -> Result<Vec<u8>, Refusal> {
        let file = self
            .archive
            .by_index(index)
            .map_err(|_| Refusal::DamagedArchive)?;
        let mut bytes = Vec::new();
        file.take(limit + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| Refusal::DamagedArchive)?;
        if bytes.len() as u64 > limit {
            Err(Refusal::TooLarge)
        } else {
            Ok(bytes)
        }
    }
}
