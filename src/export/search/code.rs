//! Numbers as letters: five bits in each, the lowest first, and a sixth that says whether more follow. A list of small
//! numbers stays short and needs no marks between them.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BITS: usize = 5;
const MORE: usize = 1 << BITS;

/// Writes a number behind others.
pub(super) fn push(text: &mut String, mut number: usize) {
    while number >= MORE {
        text.push(char::from(LETTERS[number % MORE + MORE]));
        number >>= BITS;
    }
    text.push(char::from(LETTERS[number]));
}

#[cfg(test)]
mod tests {
    use super::push;

    #[test]
    fn small_numbers_are_short() {
        let code = |number| {
            let mut text = String::new();
            push(&mut text, number);
            text
        };
        assert_eq!(code(0), "A");
        assert_eq!(code(31), "f");
        assert_eq!(code(32), "gB");
        assert_eq!(code(1023), "_f");
        assert_eq!(code(1024), "ggB");
    }
}
