// Answers of a quiz that the server may not have yet: each stands under its own name in the browser's storage until it
// is acknowledged, so that a closed tab, an empty battery or a lost network loses none.

const DAY = 86_400_000; // a quiz is open for two hours
const PATIENCE = 15_000; // milliseconds that a request may take
const PREFIX = "quizapp quiz ";

const form = document.getElementById("quiz-form");
const address = form.dataset.keep;
const OWN = `${PREFIX}${address} `;

/** By the place of the question, what may not have arrived: { fields, stamp, at }. */
export const unsent = new Map();

const storage = () => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

/** Where answers are kept, in words. */
export const whereKept = () => (storage() ? "on this device" : "while this page is open");

const read = (name) => {
  try {
    return JSON.parse(storage()?.getItem(name) ?? "null");
  } catch {
    return null;
  }
};

/** Keeps the answer to the question in a place, as the fields of the form say it. */
export function remember(place) {
  const fields = [...new FormData(form)].filter(([name]) => name.startsWith(`${place}.`));
  const entry = { fields, stamp: crypto.getRandomValues(new Uint32Array(2)).join("-"), at: Date.now() };
  unsent.set(place, entry);
  try {
    storage()?.setItem(OWN + place, JSON.stringify(entry));
  } catch {
    // full, or forbidden: it is in memory
  }
}

/** Forgets what was sent, unless something newer has been given meanwhile, here or in another tab. */
export function forget(sent) {
  for (const [place, entry] of sent) {
    if (read(OWN + place)?.stamp === entry.stamp) storage().removeItem(OWN + place);
    if (unsent.get(place) === entry) unsent.delete(place);
  }
}

/** Takes up what an earlier page of this quiz could not send; what is left of older quizzes goes. */
export function recall() {
  for (const name of Object.keys(storage() ?? {}).filter((each) => each.startsWith(PREFIX))) {
    const entry = read(name);
    if (!entry || Date.now() - entry.at > DAY) storage().removeItem(name);
    else if (name.startsWith(OWN)) unsent.set(name.slice(OWN.length), entry);
  }
}

/** The server cannot be reached, or has no time: what was sent is to be sent again. */
export const AWAY = "away";
/** Nobody is signed in here any more. */
export const SIGNED_OUT = "signed out";
/** The quiz is over: what was sent was not kept. */
export const OVER = "over";
/** Taken. */
export const TAKEN = "taken";
/** Refused for a reason that only a page can tell. */
export const REFUSED = "refused";

/** Posts answers, to be kept or with more fields elsewhere; gives { outcome, text }. */
export async function post(sent, { to = address, more = [], signal, keepalive = false } = {}) {
  const body = new FormData();
  const entries = [...sent].flatMap(([place, { fields }]) => [["asked", place], ...fields]);
  const token = ["csrf_token", form.elements.csrf_token.value];
  for (const [name, value] of [token, ["quietly", "yes"], ...more, ...entries]) body.append(name, value);
  const patience = AbortSignal.timeout(PATIENCE);
  const options = { method: "POST", body, keepalive, redirect: "manual", signal: signal ? either(signal, patience) : patience };
  try {
    const reply = await fetch(to, options);
    if (reply.type === "opaqueredirect") return { outcome: SIGNED_OUT, text: "" };
    return { outcome: meaningOf(reply), text: await reply.text() };
  } catch {
    return { outcome: AWAY, text: "" };
  }
}

function meaningOf({ ok, status }) {
  if (ok) return TAKEN;
  if (status === 409) return OVER;
  return status >= 500 || status === 429 ? AWAY : REFUSED;
}

/** A signal that is given as soon as one of two is. */
function either(one, other) {
  const both = new AbortController();
  for (const each of [one, other]) each.addEventListener("abort", () => both.abort());
  return both.signal;
}
