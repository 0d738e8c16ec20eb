// Answers that are not acknowledged yet. Each stands under its own name in the browser's storage, so that two tabs
// never write over one another, and stays there until the server has it: a closed tab or an empty battery loses none.

const PREFIX = "quizapp answer ";
const MONTH = 30 * 86_400_000;
const memory = new Map(); // where the browser keeps nothing, at least as long as the page lives
const fleeting = new Set(); // keys of answers that are in memory alone

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
  fleeting.add(answer.key);
  try {
    window.localStorage.setItem(PREFIX + answer.key, JSON.stringify(answer));
    fleeting.delete(answer.key);
  } catch {
    // full, or forbidden: it is in memory, and `whereKept` says so
  }
}

function forget(key) {
  memory.delete(key);
  fleeting.delete(key);
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

/** The server has the answer, or its question was taken back: it is forgotten here. */
export const DONE = "done";
/** The answer is refused: it is left until its own account is back, but for no more than a month. */
export const ASIDE = "aside";
/** Nothing is known of the answer: it is to be sent again. */
export const LATER = "later";

/** Says what a reply means for an answer, which is forgotten only where the server has spoken of that very one. */
export function conclude({ key, kept_at: keptAt }, { status, content }) {
  const isTaken = content.querySelector(`template[data-told="${key}"], template[data-asked="${key}"]`);
  const isRefused = status >= 400 && status < 500 && status !== 410;
  if (isTaken || status === 410 || (isRefused && Date.now() - keptAt > MONTH)) forget(key);
  if (isTaken || status === 410) return DONE;
  return isRefused ? ASIDE : LATER;
}

/** Where answers are kept, in words. */
export const whereKept = (answers) =>
  answers.some(({ key }) => fleeting.has(key)) ? "while this page is open" : "on this device";

/** "3 answers kept on this device", or nothing. */
export const sayKept = (answers) =>
  answers.length ? `${answers.length} answer${answers.length === 1 ? "" : "s"} kept ${whereKept(answers)}` : "";
