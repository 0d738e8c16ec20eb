// A session without page loads: the next questions are here before they are due, and answers wait for the network.
// Nothing is graded here, and every form that this takes over works the same without it.

import { ASIDE, DONE, LATER, conclude, keep, keptAnswers, sayKept, whereKept } from "./outbox.js";
import * as screen from "./screen.js";
import { Away, SignedOut, adopt, ask, now } from "./wire.js";

const PATIENCE = 15; // milliseconds that the next question waits for the verdict on the last: no flicker on a quick network
const RETRY = 4_000; // milliseconds between two looks for the network

const scenes = new Map(); // questions that are not answered, by key
const answered = new Set(); // keys that this page has answered
const flying = new Set(); // keys that are on their way
const feedback = []; // scenes that wait until they are read
let plan = [];
let plannedAt = 0;
let state = "here"; // or "away", "signed out", "somebody else": to whom this page can send answers

// ---- what comes next --------------------------------------------------------------------------------

const findNext = () => plan.map((key) => scenes.get(key)).find((scene) => scene && !answered.has(scene.key));

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

const isShutOut = () => state === "signed out" || state === "somebody else";

/** Shows why it does not go on here. */
function showNotice() {
  const where = whereKept(keptAnswers());
  const notice = screen.makeNotice(NOTICES[isShutOut() ? state : "away"](where));
  if (screen.current().key === notice.key) return;
  if (notice.way.matches("button")) notice.way.addEventListener("click", deliverAll);
  else if (where !== "on this device") notice.way.target = "_blank"; // to leave this page would lose them
  screen.show(notice);
}

/** Shows what there is to see next: feedback, a question, or why there is none. */
function goOn() {
  const next = feedback.shift() ?? (isShutOut() ? null : findNext());
  if (next) screen.show(next);
  else if (state === "here" && flying.size === 0) location.assign(screen.here); // the server knows: a question, or the end
  else showNotice();
}

/** Whether what is shown may give way: nobody types there, or reads. The question of that key is answered. */
function isFree(key) {
  const shown = screen.current();
  return shown.kind === "notice" || shown.key === key || (shown.kind === "asked" && !shown.isTouched);
}

const held = () => [...scenes.keys()].filter((key) => !answered.has(key)).join(" ");

/** Takes over what a reply says of the session: the time, the plan, the questions that were not here yet. */
function merge(reply) {
  for (const template of reply.content.querySelectorAll("template[data-asked]")) {
    const { asked } = template.dataset;
    if (!answered.has(asked) && !scenes.has(asked)) scenes.set(asked, screen.readScene(adopt(template.content)));
  }
  if (!reply.said || Number(reply.said.now) < plannedAt) return; // an older reply that came later
  plannedAt = Number(reply.said.now);
  plan = reply.said.plan.split(" ").filter(Boolean);
  screen.moveTime(reply.said);
}

async function refresh() {
  const reply = await attempt(`${screen.here}/next?held=${encodeURIComponent(held())}`);
  if (reply?.status === 404) return shutOut("somebody else");
  if (reply?.isFragment) merge(reply);
  if (screen.current().kind === "notice" && reply) goOn();
}

// ---- the network ------------------------------------------------------------------------------------

/** Asks the server; gives nothing where it cannot be reached, and says so. The question of that key is answered by it. */
async function attempt(address, fields, key) {
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

function setState(now) {
  state = now;
  const kept = sayKept(keptAnswers().filter(({ key, address }) => !flying.has(key) && address === screen.here));
  const why = { here: "", away: kept ? "" : "No network" }[state] ?? NOTICES[state]("").title;
  screen.showKept([why, kept].filter(Boolean).join("; "));
}

/** Says that nothing goes on until somebody has signed in, in the place of what is shown where that is free. */
function shutOut(now, key) {
  setState(now);
  if (isFree(key)) return showNotice();
  const { title, onward, address } = NOTICES[state]("");
  if (screen.current().kind !== "asked") return screen.say(title);
  const line = screen.lineOf(`${title}. `);
  line.append(Object.assign(document.createElement("a"), { href: address, target: "_blank", textContent: onward }));
  screen.setLine(line);
  screen.say(title);
}

/** What to say where something needs the network and has not got it. */
const orShutOut = (words) => (isShutOut() ? `${NOTICES[state]("").title}.` : words);

/** Sends an answer, which stays kept until the server has it; gives what came of it. */
async function deliver(answer) {
  flying.add(answer.key);
  const fields = [...answer.fields, ["answered_at", answer.answered_at], ["shown_at", answer.shown_at]];
  const reply = await attempt(answer.address, [...fields, ["held", held()]], answer.key);
  flying.delete(answer.key);
  const outcome = reply ? conclude(answer, reply) : LATER;
  setState(reply && outcome === LATER ? "away" : state); // a reply, but not of ours: as good as no network
  if (answer.address !== screen.here) return outcome;
  if (outcome === DONE) settle(answer, reply);
  else if (outcome === ASIDE) shutOut("somebody else", answer.key);
  return outcome;
}

async function deliverAll() {
  for (const answer of keptAnswers()) {
    if (flying.has(answer.key)) continue;
    if ((await deliver(answer)) === LATER) return;
  }
  if (screen.current().kind === "notice" && state !== "somebody else") refresh();
}

// ---- an answer and what came of it ------------------------------------------------------------------

const fieldsOf = (form, submitter) => {
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrf_token");
  if (submitter?.name) fields.push([submitter.name, submitter.value]);
  return fields.map(([name, value]) => [name, String(value)]);
};

const isBlank = (fields) => !fields.some(([name, value]) => /^(response|position)/.test(name) && value.trim());

async function answer(form, submitter) {
  const asked = screen.current();
  const { key } = asked;
  const fields = fieldsOf(form, submitter);
  if (answered.has(key)) return;
  answered.add(key);
  const given = { key, address: screen.here, fields, answered_at: Math.round(now()), shown_at: Math.round(asked.shownAt) };
  keep(given);
  const patience = setTimeout(() => {
    if (screen.current() !== asked || isBlank(fields)) return;
    if (feedback.length || findNext()) goOn();
    if (screen.current().kind === "asked" && screen.current() !== asked) screen.setLine(screen.lineOf("Checking …"));
  }, PATIENCE);
  await deliver(given);
  clearTimeout(patience);
  if (state === "away") stayAway(asked, given);
}

function stayAway(asked, given) {
  if (screen.current() === asked) goOn();
  const words = `Kept ${whereKept([given])}; the feedback follows when the network is back.`;
  if (screen.current().kind === "asked") screen.setLine(screen.lineOf(words));
  screen.say(`${words} ${sayKept(keptAnswers())}.`);
}

/** Shows what the server says about an answer. */
function settle(given, reply) {
  const template = reply.content.querySelector("template[data-told]");
  if (template) {
    merge(reply);
    scenes.delete(given.key);
    const nodes = adopt(template.content);
    if (nodes[0].matches(".result")) sayRight(given, nodes);
    else tell(given, screen.readScene(nodes));
  } else if (reply.isFragment) {
    askBack(given, reply.content.querySelector("template[data-asked]"));
  } else {
    screen.say("That question was taken back in another tab.");
    leaveAnswered(given);
    refresh();
  }
}

/** Leaves the question that was answered, or the notice why it did not go on. */
function leaveAnswered(given) {
  const { kind, key } = screen.current();
  if (kind === "notice" || (key === given.key && kind !== "told")) goOn();
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
  if (isFree(given.key)) {
    screen.setLine(null); // the question that is set aside comes back without it
    screen.show(scene);
    return;
  }
  feedback.push(scene);
  if (screen.current().kind === "asked") screen.setLine(screen.lineOf(`${scene.main.dataset.title}; the feedback follows after this one.`));
}

/** An answer that was too vague is asked back, now or after what is being typed: nothing was counted. */
function askBack(given, template) {
  const back = screen.readScene(adopt(template.content));
  answered.delete(given.key);
  scenes.set(given.key, back);
  plan = [given.key, ...plan.filter((key) => key !== given.key)]; // the reply speaks of this one alone
  if (isFree(given.key)) {
    screen.setLine(null);
    screen.show(back);
    screen.say(back.main.querySelector("#asked-back")?.textContent ?? "");
    return;
  }
  const words = "Your last answer was not counted; it is asked again after this one.";
  if (screen.current().kind === "asked") screen.setLine(screen.lineOf(words));
  screen.say(words);
}

// ---- the other buttons ------------------------------------------------------------------------------

async function change(form) {
  const reply = await attempt(form.getAttribute("action"), fieldsOf(form));
  if (!reply) return screen.say(orShutOut("That needs the network; try again."));
  if (!reply.isFragment) {
    form.remove();
    return screen.setLine(screen.lineOf(reply.text));
  }
  const isClaim = form.matches("[action$='/claim']");
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
async function hint(form, submitter) {
  const { main, nodes } = screen.current();
  const reply = await attempt(submitter.getAttribute("formaction"), fieldsOf(form));
  const template = reply?.content.querySelector("template[data-asked]");
  if (!template) return screen.say(orShutOut("A hint needs the network."));
  const [newMain, newTools] = adopt(template.content);
  const hints = newMain.querySelector(".hints");
  main.querySelector(".hints")?.remove();
  main.querySelector(".stem").after(hints);
  if (!newTools.querySelector("[formaction]")) nodes.at(-1).querySelector("[formaction]")?.remove();
  screen.say(hints.lastElementChild.textContent);
}

async function turnOver(link) {
  const { key } = screen.current();
  const reply = await attempt(link.getAttribute("href"));
  if (reply?.isFragment) screen.show(screen.readScene(adopt(reply.content)));
  else if (reply) location.assign(screen.here);
  else if (screen.current().key === key) screen.setLine(screen.lineOf("The other side comes over the network, which is away; try again."));
}

async function open(details) {
  const inside = details.querySelector(".opened");
  if (!details.open || inside.childElementCount) return;
  const reply = await attempt(details.dataset.full);
  if (reply?.isFragment) inside.replaceChildren(...adopt(reply.content));
  else inside.replaceChildren(screen.lineOf(orShutOut("The rest comes over the network, which is away.")));
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
  } else if (link?.matches("[data-report]")) {
    event.preventDefault();
    import("./report.js").then((module) => module.report(link, screen.say));
  } else if (link?.matches("[href*='/back/']")) {
    event.preventDefault();
    turnOver(link);
  } else if (link?.matches(".onward .first") && !link.getAttribute("href").endsWith("/end")) {
    event.preventDefault();
    goOn();
  }
});

document.addEventListener("toggle", (event) => event.target.matches("[data-full]") && open(event.target), true);
window.addEventListener("online", deliverAll);
window.addEventListener("focus", () => state !== "here" && deliverAll()); // after signing in in another tab, perhaps
setInterval(() => (state === "away" || state === "signed out") && deliverAll(), RETRY);

const first = screen.readScene([...document.querySelectorAll("main, footer")]);
screen.begin(first);
if (first.kind !== "told") scenes.set(first.key, first);
refresh().then(deliverAll);
