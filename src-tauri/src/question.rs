//! Whether the window may close at once. While the page holds work that is kept nowhere else, it
//! asks the user first; a page that cannot ask keeps nobody in.

use std::sync::{Mutex, PoisonError};

use serde::Deserialize;

/// What the page says about the closing of its window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Word {
    /// It holds work that closing would lose.
    Unfinished,
    /// It holds none, or none any more.
    Finished,
    /// The question stands before the user.
    Asking,
    /// The user stays.
    Stay,
    /// The window may go.
    Leave,
}

/// What is to be done when the window is asked to close.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// Close it.
    Close,
    /// Have the page ask the user. The number says which time this is.
    Ask(u32),
    /// The page has just been told, and may still answer.
    Wait,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stand {
    /// The page has nothing to lose, has not begun, or begins anew.
    #[default]
    Nothing,
    Unfinished,
    /// The page was told that the window is to close, and has not answered.
    Told(u32),
    Asking,
}

/// Where the page stands, and how many times it was told.
#[derive(Debug, Default)]
pub(crate) struct Question(Mutex<(Stand, u32)>);

impl Question {
    /// Moves to where `step` says, and gives its answer.
    fn moved<T>(&self, step: impl FnOnce(&mut Stand, &mut u32) -> T) -> T {
        // Two plain values: what a panic left of them is whole.
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (stand, times) = &mut *held;
        step(stand, times)
    }

    /// The user wants to close the window.
    pub(crate) fn wanted(&self) -> Next {
        self.moved(|stand, times| match stand {
            Stand::Nothing => Next::Close,
            // Two presses of an impatient hand are one wish; the clock runs already.
            Stand::Told(_) => Next::Wait,
            Stand::Unfinished | Stand::Asking => {
                *times = times.wrapping_add(1);
                *stand = Stand::Told(*times);
                Next::Ask(*times)
            }
        })
    }

    /// The page says something. Whether the window closes now.
    pub(crate) fn said(&self, word: Word) -> bool {
        self.moved(|stand, _| {
            match (word, *stand) {
                (Word::Leave, _) => return true,
                (Word::Finished, _) => *stand = Stand::Nothing,
                (Word::Unfinished, Stand::Nothing)
                | (Word::Stay, Stand::Told(_) | Stand::Asking) => {
                    *stand = Stand::Unfinished;
                }
                (Word::Asking, Stand::Told(_)) => *stand = Stand::Asking,
                (Word::Unfinished | Word::Stay | Word::Asking, _) => {}
            }
            false
        })
    }

    /// The time for an answer is over. Whether the window closes without it.
    pub(crate) fn unanswered(&self, time: u32) -> bool {
        self.moved(|stand, _| *stand == Stand::Told(time))
    }

    /// Whether the page holds work that it would lose when it begins anew.
    pub(crate) fn holds(&self) -> bool {
        self.moved(|stand, _| *stand != Stand::Nothing)
    }

    /// The page is loaded, or loaded anew: what an earlier one held is gone.
    pub(crate) fn begin(&self) {
        self.moved(|stand, _| *stand = Stand::Nothing);
    }
}

#[cfg(test)]
mod tests {
    use super::{Next, Question, Word};

    fn holding() -> Question {
        let question = Question::default();
        assert!(
            !question.said(Word::Unfinished),
            "that alone closes nothing"
        );
        question
    }

    #[test]
    fn a_page_that_holds_nothing_is_not_waited_for() {
        assert_eq!(Question::default().wanted(), Next::Close, "not loaded yet");
        let question = holding();
        question.said(Word::Finished);
        assert_eq!(question.wanted(), Next::Close, "all of it was saved");
        let question = holding();
        question.begin();
        assert_eq!(
            question.wanted(),
            Next::Close,
            "a new page knows of nothing"
        );
    }

    #[test]
    fn the_user_decides_and_may_change_his_mind() {
        let question = holding();
        assert_eq!(question.wanted(), Next::Ask(1));
        assert!(!question.said(Word::Asking));
        assert!(
            !question.unanswered(1),
            "who reads the question takes his time"
        );
        assert!(!question.said(Word::Stay));
        assert_eq!(
            question.wanted(),
            Next::Ask(2),
            "asked anew, not remembered"
        );
        assert!(question.said(Word::Leave));
    }

    #[test]
    fn a_page_that_does_not_answer_keeps_nobody_in() {
        let question = holding();
        assert_eq!(question.wanted(), Next::Ask(1));
        assert_eq!(
            question.wanted(),
            Next::Wait,
            "a double press loses nothing"
        );
        assert!(question.unanswered(1), "it hangs");

        let question = holding();
        question.wanted();
        question.said(Word::Asking);
        assert_eq!(
            question.wanted(),
            Next::Ask(2),
            "the question comes forward"
        );
        assert!(
            !question.unanswered(1),
            "the clock of the first time is over"
        );
        assert!(question.unanswered(2), "it hangs behind its question");
    }

    #[test]
    fn words_out_of_turn_change_nothing() {
        let question = Question::default();
        question.said(Word::Asking);
        question.said(Word::Stay);
        assert_eq!(question.wanted(), Next::Close, "nobody asked that page");
        let question = holding();
        question.wanted();
        question.said(Word::Unfinished);
        assert!(question.unanswered(1), "typing on is no answer");
        question.said(Word::Finished);
        assert!(
            !question.unanswered(1),
            "a page that speaks lives, and answers what it was asked"
        );
    }
}
