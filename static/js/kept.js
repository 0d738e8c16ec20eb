// On a page without questions: sends the answers that wait on this device, and says so.

import { forget, keptAnswers, sayKept, setAside } from "./outbox.js";
import { Away, ask } from "./wire.js";

const line = document.createElement("p");
line.className = "notice";
line.setAttribute("role", "status");
document.querySelector("main").prepend(line);

async function deliverAll() {
  const waiting = keptAnswers();
  let sent = 0;
  line.textContent = `${sayKept(waiting.length)}.`;
  for (const answer of waiting) {
    const { key, address, fields, answered_at, shown_at } = answer;
    try {
      const reply = await ask(address, [...fields, ["answered_at", answered_at], ["shown_at", shown_at]]);
      if (reply.status === 404) {
        setAside(answer);
        continue;
      }
      forget(key);
      sent += 1;
    } catch (problem) {
      if (!(problem instanceof Away)) throw problem;
      return;
    }
  }
  line.textContent = `${sayKept(sent)} ${sent === 1 ? "is" : "are"} sent now.`;
  line.hidden = sent === 0;
}

window.addEventListener("online", deliverAll);
deliverAll();
