// Whether this page can send: what is on its way, whose session it is, and what is said where nothing goes on.

import { keptAnswers, sayKept, whereKept } from "./outbox.js";
import * as screen from "./screen.js";
import { Away, SignedOut, ask } from "./wire.js";

/** Keys of answers that are on their way. */
export const flying = new Set();

let state = "here"; // or "away", "signed out", "somebody else"

/** Whether the server was reached at the last try, and took what it got. */
export const isHere = () => state === "here";
/** Whether the network is away. */
export const isAway = () => state === "away";
/** Whether another account, or none, is signed in now. */
export const isShutOut = () => state === "signed out" || state === "somebody else";
/** Whether it helps to try again: not while somebody else is signed in. */
export const isWorthATry = () => state !== "somebody else";

const NOTICES = {
  away: (where) => ({
    title: "Waiting for the network",
    words: `What you answered is kept ${where}. The feedback and the next questions come when the network is back.`,
    onward: "Try again",
  }),
  "signed out": (where) => ({
    title: "You are signed out",
    words: `What you answered is kept ${where}, and is sent when you are signed in again.`,
    onward: "Sign in",
    address: `/sign-in?next=${encodeURIComponent(screen.here)}`,
  }),
  "somebody else": (where) => ({
    title: "Another account is signed in",
    words: `What you answered is kept ${where}, and is sent when the account that began this session is back.`,
    onward: "To today",
    address: "/today",
  }),
};

/** Shows why it does not go on here. */
export function showNotice() {
  const where = whereKept(keptAnswers());
  const notice = screen.makeNotice(NOTICES[isShutOut() ? state : "away"](where));
  if (screen.current().key === notice.key) return;
  if (notice.way.matches("a") && where !== "on this device") notice.way.target = "_blank"; // to leave would lose them
  screen.show(notice);
}

/** Notes to whom this page can send now (as before, if nothing is given), and says what is kept. */
export function setState(now = state) {
  state = now;
  const kept = sayKept(keptAnswers().filter(({ key, address }) => !flying.has(key) && address === screen.here));
  const why = { here: "", away: kept ? "" : "No network" }[state] ?? NOTICES[state]("").title;
  screen.showKept([why, kept].filter(Boolean).join("; "));
}

/** Says that nothing goes on until somebody has signed in, in the place of what is shown where that is free. */
export function shutOut(now, key) {
  setState(now);
  if (screen.isFree(key)) return showNotice();
  const { title, onward, address } = NOTICES[state]("");
  if (screen.current().kind !== "asked") return screen.say(title);
  const line = screen.lineOf(`${title}. `);
  line.append(Object.assign(document.createElement("a"), { href: address, target: "_blank", textContent: onward }));
  screen.setLine(line);
  screen.say(title);
}

/** What to say where something needs the network and has not got it. */
export const orShutOut = (words) => (isShutOut() ? `${NOTICES[state]("").title}.` : words);

/** Asks the server; gives nothing where it cannot be reached, and says so. The question of that key is answered by it. */
export async function attempt(address, fields, key) {
  try {
    const reply = await ask(address, fields);
    setState("here");
    return reply;
  } catch (problem) {
    if (problem instanceof Away) setState("away");
    else if (problem instanceof SignedOut) shutOut("signed out", key);
    else throw problem;
    return null;
  }
}
