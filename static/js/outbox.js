// Answers that are not acknowledged yet. Each stands under its own name in the browser's storage, so that two tabs
// never write over one another, and stays there until the server has it: a closed tab or an empty battery loses none.

const PREFIX = "quizapp answer ";
const MONTH = 30 * 86_400_000;
const memory = new Map(); // where the browser keeps nothing, at least as long as the page lives

const storage = () => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

/** Keeps an answer: { key, address, fields, answered_at, shown_at }, the last two by the server's clock. */
export function keep(given) {
  const answer = { ...given, kept_at: Date.now() };
  memory.set(answer.key, answer);
  try {
    storage()?.setItem(PREFIX + answer.key, JSON.stringify(answer));
  } catch {
    // full, or forbidden: it is in memory
  }
}

/** Forgets an answer that the server has, or will never take. */
export function forget(key) {
  memory.delete(key);
  storage()?.removeItem(PREFIX + key);
}

/** All answers that are kept, the oldest first. */
export function keptAnswers() {
  const found = new Map(memory);
  const kept = storage();
  for (let place = 0; kept && place < kept.length; place += 1) {
    const name = kept.key(place);
    if (name?.startsWith(PREFIX)) {
      const answer = JSON.parse(kept.getItem(name));
      found.set(answer.key, answer);
    }
  }
  return [...found.values()].sort((one, other) => one.answered_at - other.answered_at);
}

/** Leaves an answer of another account until that one is back, but for no more than a month. */
export function setAside({ key, kept_at: keptAt }) {
  if (Date.now() - keptAt > MONTH) forget(key);
}

/** "3 answers kept on this device", or nothing. */
export const sayKept = (count) => (count ? `${count} answer${count === 1 ? "" : "s"} kept on this device` : "");
