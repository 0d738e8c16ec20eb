// What comes next in a session: questions that are here before they are due, and feedback that waits until it is read.

import { attempt, flying, isHere, isShutOut, showNotice, shutOut } from "./network.js";
import * as screen from "./screen.js";
import { adopt } from "./wire.js";

const scenes = new Map(); // questions that are not answered, by key
const answered = new Set(); // keys that were answered in this browser
const feedback = []; // scenes that wait until they are read
let plan = [];
let plannedAt = 0;

/** Whether a question was answered in this browser. */
export const isAnswered = (key) => answered.has(key);
/** Notes that a question is answered: it does not come again. */
export const markAnswered = (key) => answered.add(key);
/** Lets go of a question whose answer the server has. */
export const letGo = (key) => scenes.delete(key);
/** Keeps feedback until it can be read. */
export const keepFeedback = (scene) => feedback.push(scene);
/** Takes in a question that stands on the page already. */
export const takeIn = (scene) => scenes.set(scene.key, scene);

/** The question that is next, if it is here. */
export const findNext = () => plan.map((key) => scenes.get(key)).find((scene) => scene && !answered.has(scene.key));
/** Whether there is something to go on to without the network. */
export const hasNext = () => feedback.length > 0 || (!isShutOut() && Boolean(findNext()));
/** The keys of the questions that are here, as the server is told. */
export const held = () => [...scenes.keys()].filter((key) => !answered.has(key)).join(" ");

/** Has a question come again, before all others. */
export function putFirst(scene) {
  answered.delete(scene.key);
  scenes.set(scene.key, scene);
  plan = [scene.key, ...plan.filter((key) => key !== scene.key)];
}

/** Takes over what a reply says of the session: the time, the plan, the questions that were not here yet. */
export function merge(reply) {
  for (const template of reply.content.querySelectorAll("template[data-asked]")) {
    const { asked } = template.dataset;
    if (!answered.has(asked) && !scenes.has(asked)) scenes.set(asked, screen.readScene(adopt(template.content)));
  }
  if (!reply.said || Number(reply.said.now) < plannedAt) return; // an older reply that came later
  plannedAt = Number(reply.said.now);
  plan = reply.said.plan.split(" ").filter(Boolean);
  screen.moveTime(reply.said);
}

/** Shows what there is to see next: feedback, a question with a line above it, or why there is none. */
export function goOn(line) {
  const told = feedback.shift();
  const next = told ?? (isShutOut() ? null : findNext());
  if (next) screen.show(next, told ? null : line);
  else if (isHere() && flying.size === 0) location.assign(screen.here); // the server knows: a question, or the end
  else showNotice();
}

/** Asks for the next questions. */
export async function refresh() {
  const reply = await attempt(`${screen.here}/next?held=${encodeURIComponent(held())}`);
  if (reply?.status === 404) return shutOut("somebody else");
  if (reply?.isFragment) merge(reply);
  if (screen.current().kind === "notice" && reply) goOn();
}
