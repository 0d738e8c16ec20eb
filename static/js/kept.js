// On a page without questions: sends the answers that wait on this device, says what came of them, and shows the page
// as it is with them.

import { DONE, LATER, conclude, keptAnswers, sayKept } from "./outbox.js";
import { describeSent, readOutcome } from "./sent.js";
import { Away, SignedOut, ask } from "./wire.js";

const main = document.querySelector("main");
const outcomes = [];
const line = document.createElement("div");
line.className = "notice";
line.setAttribute("role", "status");
main.prepend(line);

/** Sends one answer; gives what it means for the answer, and says why where it stays. */
async function deliver(answer, waiting) {
  const { address, fields, answered_at, shown_at } = answer;
  try {
    const reply = await ask(address, [...fields, ["answered_at", answered_at], ["shown_at", shown_at]]);
    const outcome = conclude(answer, reply);
    if (outcome === DONE) outcomes.push(readOutcome(answer, reply));
    return outcome;
  } catch (problem) {
    if (problem instanceof SignedOut) line.textContent = `${sayKept(waiting)}; sign in to send what is yours.`;
    else if (!(problem instanceof Away)) throw problem;
    return LATER;
  }
}

/** Loads what stands on the page anew, under the line: it was written before the answers were there. */
async function renew() {
  const response = await fetch(location.href).catch(() => null);
  if (!response?.ok || response.redirected) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const chosen = main.querySelector("[name=minutes]:checked")?.value;
  main.replaceChildren(line, ...page.querySelector("main").children);
  const chip = [...main.querySelectorAll("[name=minutes][type=radio]")].find(({ value }) => value === chosen);
  if (chip) chip.checked = true;
}

async function deliverAll() {
  const waiting = keptAnswers();
  if (waiting.length) line.textContent = `${sayKept(waiting)}.`;
  line.hidden = waiting.length === 0 && outcomes.length === 0;
  const before = outcomes.length;
  for (const answer of waiting) if ((await deliver(answer, waiting)) === LATER) return;
  if (outcomes.length > before) await renew();
  line.replaceChildren(...(outcomes.length ? [describeSent(outcomes)] : []));
  line.hidden = outcomes.length === 0;
}

window.addEventListener("online", deliverAll);
deliverAll();
