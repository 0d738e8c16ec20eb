// The buttons beside a question and its feedback: undo, "I was right", a hint, the other side, the whole feedback.

import { findNext, goOn, merge } from "./coming.js";
import { attempt, orShutOut } from "./network.js";
import * as screen from "./screen.js";
import { adopt, fieldsOf } from "./wire.js";

/** Undoes an answer, or counts it as right. */
export async function change(form) {
  const reply = await attempt(form.getAttribute("action"), fieldsOf(form));
  if (!reply) return screen.say(orShutOut("That needs the network; try again."));
  if (!reply.isFragment) {
    form.remove();
    return screen.setLine(screen.lineOf(reply.text));
  }
  const isClaim = form.matches("[action$='/claim']");
  form.remove(); // what it stands below may be set aside now, and comes again without it
  screen.setLine(null);
  merge(reply);
  if (!findNext()) return location.assign(`${screen.here}/end`);
  goOn();
  const told = isClaim ? reply.content.querySelector("template[data-told]") : null;
  const [line, undo] = told ? adopt(told.content) : [];
  screen.setLine(line?.matches(".result") ? line : screen.lineOf("Undone; here it is again."));
  screen.offerUndo(undo);
  screen.say(isClaim ? "Counted as right." : "Undone; here it is again.");
}

/** Puts one hint more above the answer, which stays as far as it was given. */
export async function hint(form, submitter) {
  const { main, nodes } = screen.current();
  const reply = await attempt(submitter.getAttribute("formaction"), fieldsOf(form));
  if (reply?.status === 409) return screen.setLine(screen.lineOf(reply.text)); // a quiz was opened in another tab
  const template = reply?.content.querySelector("template[data-asked]");
  if (!template) return screen.say(orShutOut("A hint needs the network."));
  const [newMain, newTools] = adopt(template.content);
  const hints = newMain.querySelector(".hints");
  main.querySelector(".hints")?.remove();
  main.querySelector(".stem").after(hints);
  if (!newTools.querySelector("[formaction]")) nodes.at(-1).querySelector("[formaction]")?.remove();
  screen.say(hints.lastElementChild.textContent);
}

/** Turns a flashcard over. */
export async function turnOver(link) {
  const { key } = screen.current();
  const reply = await attempt(link.getAttribute("href"));
  if (reply?.isFragment) screen.show(screen.readScene(adopt(reply.content)));
  else if (reply) location.assign(screen.here);
  else if (screen.current().key === key) screen.setLine(screen.lineOf("The other side comes over the network, which is away; try again."));
}

/** Fetches what the one line of a right answer opens to. */
export async function open(details) {
  const inside = details.querySelector(".opened");
  if (!details.open || inside.childElementCount) return;
  const reply = await attempt(details.dataset.full);
  if (reply?.isFragment) inside.replaceChildren(...adopt(reply.content));
  else inside.replaceChildren(screen.lineOf(orShutOut("The rest comes over the network, which is away.")));
}
