// Commands to the session in the engine, and the count of what it has done. The first command that is needed starts it.
import {openEngine} from "./engine.js";
import {$} from "./dom.js";

let engine = null;
let start = () => {};
let sent = 0;
let done = 0;
const queued = []; // before there is an engine
const waiting = new Map(); // commands of which only the newest counts, by name
const unanswered = new Map(); // commands whose result the page around waits for, by their number

// Those after which the program is not the page's any more.
const editing = new Set(["edit", "dragged", "gutter", "knob"]);

export const running = () => engine !== null;
export const idle = () => done >= sent;

export function send(command) {
  if (!engine) {
    queued.push(command);
    start();
    return;
  }
  sent++;
  if (command.id) unanswered.set(command.id, command);
  if (editing.has(command.do) || command.do === "reset") $("reset").hidden = command.do === "reset";
  engine.send(JSON.stringify(command));
}

// For a hand that moves faster than the engine answers: the newest command of a name goes out when the ones before are done.
export function sendNewest(command) {
  if (engine && !idle()) waiting.set(command.do, command);
  else send(command);
}

// The engine has done so many commands.
export function didCommands(count) {
  done = count;
  if (!idle() || !waiting.size) return;
  const newest = [...waiting.values()];
  waiting.clear();
  newest.forEach(send);
}

export function answered(ids) {
  for (const id of ids) unanswered.delete(id);
}

export function startWith(starter) {
  start = starter;
}

// Opens the session. hear gets what the engine sends; openCommand is asked for again when the session has to move.
export async function openSession(hear, openCommand) {
  engine = await openEngine(hear, () => {
    const again = [...unanswered.values()];
    sent = done = 0;
    send(openCommand());
    again.forEach(send);
  });
  send(openCommand());
  for (const command of queued.splice(0)) send(command);
}
