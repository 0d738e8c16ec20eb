// On a page without questions: sends the answers that wait on this device, and says so.

import { DONE, LATER, conclude, keptAnswers, sayKept } from "./outbox.js";
import { Away, SignedOut, ask } from "./wire.js";

const line = document.createElement("p");
line.className = "notice";
line.setAttribute("role", "status");
document.querySelector("main").prepend(line);

async function deliverAll() {
  const waiting = keptAnswers();
  const sent = [];
  line.textContent = `${sayKept(waiting)}.`;
  for (const answer of waiting) {
    const { address, fields, answered_at, shown_at } = answer;
    try {
      const reply = await ask(address, [...fields, ["answered_at", answered_at], ["shown_at", shown_at]]);
      const outcome = conclude(answer, reply);
      if (outcome === LATER) return;
      if (outcome === DONE) sent.push(answer);
    } catch (problem) {
      if (problem instanceof SignedOut) line.textContent = `${sayKept(waiting)}; sign in to send what is yours.`;
      else if (!(problem instanceof Away)) throw problem;
      return;
    }
  }
  line.textContent = `${sayKept(sent)} ${sent.length === 1 ? "is" : "are"} sent now.`;
  line.hidden = sent.length === 0;
}

window.addEventListener("online", deliverAll);
deliverAll();
