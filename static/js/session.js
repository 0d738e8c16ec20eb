// A session without page loads: the next questions are here before they are due, and answers wait for the network.
// Nothing is graded here, and every form that this takes over works the same without it.

import * as coming from "./coming.js";
import { attempt, flying, isAway, isHere, isWorthATry, setState, shutOut } from "./network.js";
import { ASIDE, DONE, LATER, conclude, keep, keptAnswers, sayKept, whereKept } from "./outbox.js";
import * as screen from "./screen.js";
import { describeSent, readOutcome, saySent } from "./sent.js";
import { change, hint, open, turnOver } from "./tools.js";
import { adopt, fieldsOf, now, roundTrip } from "./wire.js";

const PATIENCE = 15; // milliseconds that the next question waits for the verdict on the last: no flicker on a quick network
const RETRY = 4_000; // milliseconds between two looks for the network

// ---- sending ----------------------------------------------------------------------------------------

/** Sends an answer, which stays kept until the server has it; gives what it means for the answer, and what came of it. */
async function deliver(answer) {
  flying.add(answer.key);
  const fields = [...answer.fields, ["answered_at", answer.answered_at], ["shown_at", answer.shown_at]];
  const reply = await attempt(answer.address, [...fields, ["held", coming.held()]], answer.key);
  flying.delete(answer.key);
  const outcome = reply ? conclude(answer, reply) : LATER;
  setState(reply && outcome === LATER ? "away" : undefined); // a reply, but not of ours: as good as no network
  const came = outcome === DONE ? readOutcome(answer, reply) : null;
  if (answer.address !== screen.here) return { outcome, came };
  if (outcome === DONE) settle(answer, reply);
  else if (outcome === ASIDE) shutOut("somebody else", answer.key);
  return { outcome, came };
}

/** Sends everything that is kept, and says what came of it. */
async function deliverAll() {
  const here = [];
  const elsewhere = [];
  for (const answer of keptAnswers()) {
    if (flying.has(answer.key)) continue;
    const { outcome, came } = await deliver(answer);
    if (outcome === LATER) break;
    if (came) (answer.address === screen.here ? here : elsewhere).push(came);
  }
  if (elsewhere.length) screen.setLine(Object.assign(describeSent(elsewhere), { className: "line note sent" }));
  else if (here.length > 1) screen.setLine(screen.lineOf(`${saySent(here)}.`));
  if (here.length > 1 || elsewhere.length) screen.say(saySent([...here, ...elsewhere]));
  if (isWorthATry() && screen.current().kind === "notice") coming.refresh();
}

// ---- an answer and what came of it ------------------------------------------------------------------

const isBlank = (fields) => !fields.some(([name, value]) => /^(response|position)/.test(name) && value.trim());

async function answer(form, submitter) {
  const asked = screen.current();
  const { key } = asked;
  const fields = fieldsOf(form, submitter);
  if (coming.isAnswered(key)) return;
  coming.markAnswered(key);
  const given = { key, address: screen.here, fields, answered_at: Math.round(now()), shown_at: Math.round(asked.shownAt) };
  keep(given);
  const goAhead = () => {
    if (screen.current() === asked && !isBlank(fields) && coming.hasNext()) coming.goOn(screen.lineOf("Checking …"));
  };
  let patience = null;
  if (roundTrip() > PATIENCE) goAhead(); // the verdict would come too late in any case, and to send takes a slow phone long
  else patience = setTimeout(goAhead, PATIENCE);
  await deliver(given);
  clearTimeout(patience);
  if (isAway()) stayAway(asked, given);
}

function stayAway(asked, given) {
  const words = `Kept ${whereKept([given])}; the feedback follows when the network is back.`;
  if (screen.current() === asked) coming.goOn();
  if (screen.current().kind === "asked") screen.setLine(screen.lineOf(words));
  screen.say(`${words} ${sayKept(keptAnswers())}.`);
}

/** Shows what the server says about an answer. */
function settle(given, reply) {
  const template = reply.content.querySelector("template[data-told]");
  if (template) {
    coming.merge(reply);
    coming.letGo(given.key);
    const nodes = adopt(template.content);
    if (nodes[0].matches(".result")) sayRight(given, nodes);
    else tell(given, screen.readScene(nodes));
  } else if (reply.isFragment) {
    askBack(given, reply.content.querySelector("template[data-asked]"));
  } else {
    screen.say("That question was taken back in another tab.");
    leaveAnswered(given);
    coming.refresh();
  }
}

/** Leaves the question that was answered, or the notice why it did not go on. */
function leaveAnswered(given) {
  const { kind, key } = screen.current();
  if (kind === "notice" || (key === given.key && kind !== "told")) coming.goOn();
}

function sayRight(given, [line, undo]) {
  leaveAnswered(given);
  if (screen.current().kind === "asked") {
    screen.setLine(line);
    screen.offerUndo(undo);
  }
  screen.say(line.querySelector("summary").textContent.replace(/\s+/g, " "));
}

function tell(given, scene) {
  screen.limitUndo(scene.nodes.at(-1).querySelector("form[action$='/undo']"));
  if (screen.isFree(given.key)) {
    screen.setLine(null); // the question that is set aside comes back without it
    screen.show(scene);
    return;
  }
  coming.keepFeedback(scene);
  const words = `${scene.main.dataset.title}; the feedback follows after this one.`;
  if (screen.current().kind === "asked") screen.setLine(screen.lineOf(words));
}

/** An answer that was too vague is asked back, now or after what is being typed: nothing was counted. */
function askBack(given, template) {
  const back = screen.readScene(adopt(template.content));
  coming.putFirst(back); // the reply speaks of this one alone
  if (screen.isFree(given.key)) {
    screen.setLine(null);
    screen.show(back);
    screen.say(back.main.querySelector("#asked-back")?.textContent ?? "");
    return;
  }
  const words = "Your last answer was not counted; it is asked again after this one.";
  if (screen.current().kind === "asked") screen.setLine(screen.lineOf(words));
  screen.say(words);
}

// ---- listening --------------------------------------------------------------------------------------

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (submitter?.matches("[formaction$='/hint']")) hint(form, submitter);
  else if (form.matches(".answer")) answer(form, submitter);
  else if (form.matches("[action$='/undo'], [action$='/claim']")) change(form);
  else return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a");
  if (event.detail > 1 && event.target.closest(".option, .ratings button")) {
    event.preventDefault(); // the second tap of two would answer the next question
  } else if (event.target.closest("[data-try-again]")) {
    deliverAll();
  } else if (link?.matches("[data-report]")) {
    event.preventDefault();
    import("./report.js").then((module) => module.report(link, screen.say));
  } else if (link?.matches("[href*='/back/']")) {
    event.preventDefault();
    turnOver(link);
  } else if (link?.matches(".onward .first") && !link.getAttribute("href").endsWith("/end")) {
    event.preventDefault();
    coming.goOn();
  }
});

document.addEventListener("toggle", (event) => event.target.matches("[data-full]") && open(event.target), true);
window.addEventListener("online", deliverAll);
window.addEventListener("focus", () => !isHere() && deliverAll()); // after signing in in another tab, perhaps
setInterval(() => !isHere() && isWorthATry() && deliverAll(), RETRY);

/** Begins where the page stands; what was answered before it was loaded again, and is still kept, is not asked anew. */
async function begin() {
  const first = screen.readScene([...document.querySelectorAll("main, footer")]);
  screen.begin(first);
  for (const { key, address } of keptAnswers()) if (address === screen.here) coming.markAnswered(key);
  if (first.kind !== "told") coming.takeIn(first);
  await coming.refresh();
  await deliverAll();
  const { kind, key } = screen.current();
  if (kind === "asked" && coming.isAnswered(key)) coming.goOn();
}

begin();
