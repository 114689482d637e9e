// Finds entries by words in the files that the site publishes below `search/`. It loads what a query needs and keeps it.
//
// The words of a text are told apart as the maker of these files does it; `tests/browser/search/words.json` holds both to it.

/**
 * @typedef {{ word: string, start: number, end: number, isHan: boolean, isLast: boolean }} Token
 * @typedef {{ letter: string, isHan: boolean, isLetter: boolean, isNumber: boolean }} Letter
 * @typedef {{ sets: string[][], of: string }} Fact
 * @typedef {{
 *   kinds: [string, number][], entries: number, in_file: number, ahead: boolean, passed_over: string[], words: string[],
 *   lengths: string, facts: Record<string, Fact>,
 * }} Manifest
 * @typedef {(string | null)[]} Texts
 * @typedef {{
 *   url: string, title: Texts, note?: Texts, quote?: string, quoted_in?: string, voice?: Texts, document?: Texts,
 *   speaks_for?: string, ring?: string, status?: string,
 * }} Entry
 * @typedef {{ numbers: number[], words: Map<string, number>, isWhole: boolean, isEarly: boolean }} Found
 * @typedef {[string, number[]]} Kind
 */

class SearchIndex {
  /** How well a word fits what was asked. */
  static EXACT = 1;
  static SAME_STEM = 0.8;
  static BEGINS = 0.6;
  static MISTYPED = 0.5;
  /** What a word says about an entry that it stands around, in, or that it names. */
  static WEIGHTS = [0.35, 0.8, 1];
  /** How finely scores are told apart: a hundred-thousandth. */
  static STEPS = 1e5;

  /** @param {URL} address */
  constructor(address) {
    this.address = address;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {Map<string, { sets: string[][], of: number[] }>} */
    this.facts = new Map();
    /** @type {Manifest | null} */
    this.manifest = null;
    /** @type {number[]} */
    this.lengths = [];
    /** @type {Set<string>} */
    this.passedOver = new Set();
  }

  /** Must be awaited before anything else. */
  async open() {
    if (this.manifest) return;
    /** @type {Manifest} */
    const manifest = await this.load('index.json');
    this.lengths = numbersOf(manifest.lengths);
    this.passedOver = new Set(manifest.passed_over);
    this.manifest = manifest;
  }

  /**
   * Loads what most queries of a small site need before one asks, file by file while the browser has nothing else to do;
   * tells whether this is one.
   * @param {boolean} isHan Whether words of Chinese are looked for rather than others.
   */
  async warm(isHan) {
    const { ahead, words, entries, in_file: inFile, facts } = this.known();
    if (!ahead) return false;
    const HAN = '\u3000';
    const names = words.flatMap((first, at) => ((isHan ? !(words[at + 1] < HAN) : first < HAN) ? [`words-${at}.json`] : []));
    for (let at = 0; at * inFile < entries; at += 1) names.push(`entries-${at}.json`);
    names.push('documents.json', 'vocabulary.txt');
    for (const name of names) {
      await whenIdle();
      await this.load(name);
    }
    for (const name of Object.keys(facts)) this.fact(name, 0);
    return true;
  }

  /**
   * The entries that fit a query, the best first; where none has all its words, those that have most of them. `words` are those that
   * fitted, each with how many of its letters were asked for; `isEarly` tells that more of the last word may find more.
   * @param {string} query
   * @returns {Promise<Found>}
   */
  async find(query) {
    const { entries } = this.known();
    // The last character of a row of Chinese stands in the index for those who look for it alone.
    const asked = tokens(query, this.passedOver).filter(({ isHan, isLast, word }, at, all) => (
      !(isHan && isLast && at > 0 && all[at - 1].isHan && all[at - 1].word.endsWith(word))));
    const score = new Float64Array(entries);
    const having = new Uint8Array(entries);
    const naming = new Uint8Array(entries);
    /** @type {Map<string, number>} */
    const words = new Map();
    const fitting = await Promise.all(asked.map((token, at) => this.fitting(token, at === asked.length - 1)));
    let most = 0;
    fitting.forEach((places, at) => {
      const best = new Float64Array(entries);
      const named = new Uint8Array(entries);
      let count = 0;
      for (const { word, quality, code } of places) {
        words.set(word, asked[at].isHan ? asked[at].word.length : word.length);
        let number = 0;
        decode(code, (step) => {
          number += Math.floor(step / 3);
          const isName = step % 3 === 2;
          if (isName) named[number] = 1;
          const value = quality * SearchIndex.WEIGHTS[step % 3] * (isName ? 1 + 2.5 / Math.sqrt(this.lengths[number] || 1) : 1);
          if (best[number] === 0) count += 1;
          if (value > best[number]) best[number] = value;
        });
      }
      const rarity = Math.log(1 + entries / (count || 1));
      for (let number = 0; number < entries; number += 1) {
        if (!best[number]) continue;
        score[number] += best[number] * rarity;
        having[number] += 1;
        naming[number] += named[number];
        most = Math.max(most, having[number]);
      }
    });
    let top = 0;
    for (let number = 0; number < entries; number += 1) {
      // Whoever writes a whole name looks for what has it.
      if (naming[number] >= this.lengths[number]) score[number] *= 2;
      top = Math.max(top, score[number]);
    }
    // A number that holds score and place is sorted by the browser itself, much faster than by a function of ours.
    const ranks = new Float64Array(entries);
    let count = 0;
    for (let number = 0; number < entries; number += 1) {
      if (!most || having[number] < most) continue;
      ranks[count] = Math.round((top - score[number]) * SearchIndex.STEPS) * entries + number;
      count += 1;
    }
    const numbers = Array.from(ranks.subarray(0, count).sort(), (rank) => rank % entries);
    const last = asked.at(-1);
    const isEarly = !last || (!last.isHan && !this.startOf(last.word, stemOf(last.word)));
    return { numbers, words, isWhole: most === asked.length, isEarly };
  }

  /**
   * The words of the index that fit one that was asked for, each with its entries. Mistakes are looked for only where nothing
   * else fits, so that they never stand beside what was meant.
   * @param {Token} token
   * @param {boolean} isLast
   */
  async fitting({ word, isHan }, isLast) {
    const stem = isHan ? word : stemOf(word);
    const start = isHan ? [word].find(({ length }) => length === 1) : this.startOf(word, stem);
    const inRange = await this.between(start ?? word, start === undefined);
    /** @type {{ word: string, quality: number, code: string }[]} */
    const found = [];
    for (const [other, code] of inRange) {
      const quality = this.quality(word, stem, other, start !== undefined);
      if (quality) found.push({ word: other, quality, code });
    }
    if (found.length > 0 || isHan || word.length < 4) return found;
    /** @type {string} */
    const vocabulary = await this.load('vocabulary.txt');
    const near = vocabulary.split(' ').filter((other) => isNear(stem, stemOf(other), false) || (isLast && isNear(word, other, true)));
    const lists = await Promise.all(near.map(async (other) => {
      const pairs = await this.between(other, true);
      return pairs.map(([name, code]) => ({ word: name, quality: SearchIndex.MISTYPED, code }));
    }));
    return lists.flat();
  }

  /**
   * @param {string} word
   * @param {string} stem
   * @param {string} other
   * @param {boolean} begins
   */
  quality(word, stem, other, begins) {
    if (word === other) return SearchIndex.EXACT;
    if (!begins) return 0;
    if (stem === stemOf(other)) return SearchIndex.SAME_STEM;
    return other.startsWith(word) ? SearchIndex.BEGINS * Math.sqrt(word.length / other.length) : 0;
  }

  /**
   * With what words may begin that are looked for besides one: the part of it that its other forms share, or all of it where a large
   * site has so many words with that part that they would come after the next key. With one letter none are looked for.
   * @param {string} word
   * @param {string} stem
   */
  startOf(word, stem) {
    const MOST = 3;
    const { ahead } = this.known();
    return [stem, word].find((start) => start.length > 1 && (ahead || this.filesOf(start, `${start}\uffff`).length <= MOST));
  }

  /**
   * The words with this beginning, or the one that is nothing but it.
   * @param {string} start
   * @param {boolean} isWhole
   * @returns {Promise<[string, string][]>}
   */
  async between(start, isWhole) {
    const end = isWhole ? start : `${start}\uffff`;
    const files = await Promise.all(this.filesOf(start, end).map((name) => this.load(name)));
    return files.flatMap((pairs) => pairs.filter((/** @type {[string, string]} */ [word]) => word >= start && word <= end));
  }

  /** The files that hold the words from one to another. @param {string} start @param {string} end */
  filesOf(start, end) {
    const { words } = this.known();
    return words.flatMap((first, at) => (
      first <= end && (at + 1 === words.length || words[at + 1] >= start) ? [`words-${at}.json`] : []));
  }

  /** @param {number[]} numbers @returns {Promise<Entry[]>} */
  async entries(numbers) {
    const { in_file: inFile } = this.known();
    return Promise.all(numbers.map(async (number) => {
      const file = await this.load(`entries-${Math.floor(number / inFile)}.json`);
      return file[number % inFile];
    }));
  }

  /** Kinds with those of these entries that are of them, first the kind of the first. @param {number[]} numbers @returns {Kind[]} */
  kindsOf(numbers) {
    const { kinds } = this.known();
    /** @type {Map<string, number[]>} */
    const found = new Map();
    for (const number of numbers) {
      const kind = kinds.findLast(([, first]) => first <= number)?.[0] ?? '';
      const others = found.get(kind);
      if (others) others.push(number);
      else found.set(kind, [number]);
    }
    return [...found];
  }

  /** The values of an entry by which it can be chosen. @param {string} name @param {number} number @returns {string[]} */
  fact(name, number) {
    let fact = this.facts.get(name);
    if (!fact) {
      const { sets, of } = this.known().facts[name];
      fact = { sets, of: numbersOf(of) };
      this.facts.set(name, fact);
    }
    return fact.sets[fact.of[number]];
  }

  known() {
    if (!this.manifest) throw new Error('the search is not open yet');
    return this.manifest;
  }

  /** @param {string} name @returns {Promise<any>} */
  load(name) {
    const kept = this.files.get(name);
    if (kept) return kept;
    const address = new URL(name, this.address);
    // Tells files of this state of the site from those that a browser has kept.
    address.search = this.address.search;
    const loading = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      if (!name.endsWith('.json')) return answer.text();
      return name.startsWith('words') ? answer.json().then(Object.entries) : answer.json();
    });
    this.files.set(name, loading);
    // Another try may succeed.
    loading.catch(() => this.files.delete(name));
    return loading;
  }
}

/** Waits until the browser has nothing else to do, but not for ever. */
function whenIdle() {
  const LONGEST = 500;
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(resolve, { timeout: LONGEST });
    else setTimeout(resolve);
  });
}

/**
 * The words by which a text is found, each with its place in it. See `tokens` in `src/export/search/tokens.rs`.
 * @param {string} text
 * @param {Set<string>} passedOver
 * @returns {Token[]}
 */
function tokens(text, passedOver) {
  /** @type {(Letter & { start: number, end: number })[]} */
  const letters = [];
  let at = 0;
  for (const original of text) {
    for (const letter of lettersOf(original)) letters.push({ ...letter, start: at, end: at + original.length });
    at += original.length;
  }
  /** @type {Token[]} */
  const found = [];
  let word = '';
  let start = 0;
  let end = 0;
  /** @type {typeof letters} */
  let row = [];
  const endWord = () => {
    if (word && !passedOver.has(word)) found.push({ word, start, end, isHan: false, isLast: false });
    word = '';
  };
  const endRow = () => {
    row.forEach((first, place) => {
      const second = row[place + 1];
      const pair = first.letter + (second?.letter ?? '');
      found.push({ word: pair, start: first.start, end: (second ?? first).end, isHan: true, isLast: !second });
    });
    row = [];
  };
  letters.forEach((letter, place) => {
    if (letter.isHan) {
      endWord();
      if (passedOver.has(letter.letter)) endRow();
      else row.push(letter);
      return;
    }
    endRow();
    if (letter.isLetter || letter.isNumber) {
      if (!word) start = letter.start;
      word += letter.letter;
      end = letter.end;
    } else if (!(/[.'’]/.test(letter.letter) && letters[place - 1]?.isLetter && letters[place + 1]?.isLetter)) {
      endWord();
    }
  });
  endWord();
  endRow();
  return found;
}

/** What a character is without accents, capitals and widths, kept because texts have few. @param {string} original */
function lettersOf(original) {
  const HAN = /[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{323af}]/u;
  const kept = KNOWN_LETTERS.get(original);
  if (kept) return kept;
  const letters = [...original.normalize('NFKD').replace(/\p{M}/gu, '')].map((letter) => {
    const isHan = HAN.test(letter);
    return { letter: letter.toLowerCase(), isHan, isLetter: !isHan && /\p{Alphabetic}/u.test(letter), isNumber: /\p{N}/u.test(letter) };
  });
  KNOWN_LETTERS.set(original, letters);
  return letters;
}

/** @type {Map<string, Letter[]>} */
const KNOWN_LETTERS = new Map();

/** The beginning that a word of English shares with its other forms. @param {string} word */
function stemOf(word) {
  const ENDS = /(?:ations?|ings?|ions?|ments?|[ae]nces?|ives?|ers?|ies|es|is|ed|al|ly|s|e|y)$/;
  const end = word.match(ENDS)?.[0] ?? '';
  const stem = word.slice(0, word.length - end.length);
  if (stem.length < (end.length > 2 ? 4 : 3)) return word;
  return stem.replace(/([^aeiou\d])\1$/, '$1');
}

/**
 * Whether one letter too many, too few or wrong, or two in the wrong order, is all that parts two words; `isBegun` asks for
 * the beginning of the other only.
 * @param {string} one
 * @param {string} other
 * @param {boolean} isBegun
 */
function isNear(one, other, isBegun) {
  if (!isBegun && Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const fits = (/** @type {string} */ rest, /** @type {string} */ otherRest) => (
    isBegun ? otherRest.startsWith(rest) : otherRest === rest);
  return fits(one.slice(at + 1), other.slice(at + 1))
    || fits(one.slice(at + 1), other.slice(at))
    || fits(one.slice(at), other.slice(at + 1))
    || (one[at] === other[at + 1] && one[at + 1] === other[at] && fits(one.slice(at + 2), other.slice(at + 2)));
}

/** Reads numbers from letters. See `src/export/search/code.rs`. @param {string} text @param {(number: number) => void} each */
function decode(text, each) {
  let number = 0;
  let factor = 1;
  for (let at = 0; at < text.length; at += 1) {
    const value = DIGITS[text.charCodeAt(at)];
    number += (value % 32) * factor;
    if (value < 32) {
      each(number);
      number = 0;
      factor = 1;
    } else {
      factor *= 32;
    }
  }
}

/** @param {string} text */
function numbersOf(text) {
  /** @type {number[]} */
  const numbers = [];
  decode(text, (number) => numbers.push(number));
  return numbers;
}

const DIGITS = new Uint8Array(128);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].forEach((letter, value) => {
  DIGITS[letter.charCodeAt(0)] = value;
});
