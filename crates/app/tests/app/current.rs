//! The generated files in the repository are what the core says now.

use crate::generated::all;

#[test]
fn generated_files_are_current() {
    let files = all().expect("the sources hold the codes");
    assert_eq!(files.len(), 2, "the window's types and the list of codes");
    for file in files {
        assert!(
            file.is_current(),
            "{} is not current; run: cargo xtask types",
            file.path.display()
        );
    }
}
