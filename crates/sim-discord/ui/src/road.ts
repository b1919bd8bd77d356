// A guided road through what Paddock does. Its progress is shared by the tabs of this address.

import { byId, fill, h } from './dom';
import { icon } from './icons';
import { prefill } from './composer';
import { announce, complain, onReply } from './notes';
import { actAs, home, nameOf, onArrival, onView, open, state } from './state';
import { type Step, STEPS } from './steps';

// Each fact has a key of its own, so that tabs that write at the same time lose nothing of each other's.
const PREFIX = 'road.';
let listed = false;

function read(key: string): string | null {
	return localStorage.getItem(PREFIX + key);
}

function write(key: string, value: string): void {
	localStorage.setItem(PREFIX + key, value);
}

function isDone(step: Step): boolean {
	return read(`done.${step.id}`) !== null;
}

/** How many of a step's texts were filled in. */
function filledOf(step: Step): number {
	return Number(read(`filled.${step.id}`) ?? 0);
}

function isHidden(): boolean {
	return read('hidden') !== null;
}

function current(): Step | undefined {
	return STEPS.find((it) => !isDone(it));
}

function finish(step: Step): void {
	if (isDone(step)) return;
	write(`done.${step.id}`, 'yes');
	draw();
	const next = current();
	announce(`Done: ${step.title}. ${next ? `Next: ${next.title}.` : 'That was the whole road.'}`);
	void check();
}

/** The current step, where it may tick without anybody typing. */
function waiting(): Step | undefined {
	const step = current();
	return step && state.view && !isHidden() && !isBegun(step) ? step : undefined;
}

/** Ticks the current step where it happened already. */
async function check(): Promise<void> {
	const step = waiting();
	if (!step) return;
	if (step.seen?.()) return finish(step);
	if (!step.there || read(`asked.${step.id}`)) return;
	// Once, in one tab: who asks the bot with each event disturbs what they want to see, such as planted faults.
	write(`asked.${step.id}`, 'yes');
	if (await step.there()) finish(step);
}

/** Whether somebody is typing its commands: they finish them, if there are several. */
function isBegun(step: Step): boolean {
	return (step.texts?.length ?? 0) > 1 && filledOf(step) > 0;
}

export function startRoad(): void {
	onView(draw);
	onView(() => void check());
	onArrival((message) => heard(message.text));
	onReply((reply) => heard(reply.text));
	addEventListener('storage', (event) => {
		if (event.key !== null && !event.key.startsWith(PREFIX)) return;
		draw();
		// What the step waits for may have been seen before another tab came to it. One that is hidden looks when it
		// is shown again; and that other tab asks the bot.
		const step = document.hidden ? undefined : waiting();
		if (step?.seen?.()) finish(step);
	});
}

function heard(text: string): void {
	const answered = STEPS.find((it) => !isDone(it) && it.answer?.(text));
	if (answered) finish(answered);
	else void check();
}

/** Shows the road again, from where it was left or from the start. */
export function showRoad(again: boolean): void {
	const keys = again ? Object.keys(localStorage).filter((it) => it.startsWith(PREFIX)) : [`${PREFIX}hidden`];
	for (const key of keys) localStorage.removeItem(key);
	draw();
}

function person(step: Step) {
	return state.view?.people.find((it) => it.username === step.who);
}

function place(step: Step): string | undefined {
	return home()?.channels.find((it) => it.name === step.channel)?.id;
}

async function help(step: Step): Promise<void> {
	const channel = place(step);
	if (channel && channel !== state.channel) open(channel);
	if (!isBegun(step) && (await step.there?.())) return finish(step);
	const texts = step.texts ?? [];
	const index = filledOf(step) % texts.length;
	const text = await texts[index]!();
	if (!text) {
		complain('There is nothing to fill in yet: the bot does not answer, or a step before was skipped.');
		return;
	}
	prefill(text);
	write(`filled.${step.id}`, String(index + 1));
	draw();
}

function hide(): void {
	write('hidden', 'yes');
	draw();
}

function draw(): void {
	const road = byId('road');
	road.hidden = isHidden() || !state.view;
	if (road.hidden) return;
	const done = STEPS.filter(isDone);
	const step = current();
	const close = h('button', { type: 'button', class: 'icon', 'aria-label': 'Dismiss the guided road', 'data-key': 'road close', onclick: hide }, icon('close'));
	const toggle = () => {
		listed = !listed;
		draw();
	};
	const all = h('button', { type: 'button', 'aria-expanded': String(listed), 'aria-controls': 'road-steps', 'data-key': 'road all', onclick: toggle }, 'All steps');
	if (!step) {
		const again = h('button', { type: 'button', 'data-key': 'road again', onclick: () => showRoad(true) }, 'Start over');
		fill(road, h('div', { class: 'road-line' }, h('strong', {}, '✓ That was the whole road.'), again, close));
		return;
	}
	const count = h('span', { class: 'road-count muted' }, `Guided road, ${done.length} of ${STEPS.length} steps done`);
	const words = h('div', { class: 'road-words' }, count, h('strong', {}, step.title), h('span', { class: 'muted' }, ` ${step.about}`));
	const buttons = h('div', { class: 'road-buttons' }, ...actions(step), all);
	const list = h('ol', { id: 'road-steps', hidden: !listed }, ...STEPS.map((it) => line(it, step)));
	fill(road, h('div', { class: 'road-line' }, words, close), buttons, list);
}

function line(it: Step, step: Step): HTMLElement {
	const done = isDone(it);
	const skip = it === step && h('button', { type: 'button', class: 'link', 'data-key': 'road skip', onclick: () => finish(it) }, 'Skip');
	const sign = h('span', { class: 'tick', role: 'img', 'aria-label': done ? 'Done' : 'Open' }, done ? '✓' : '○');
	return h('li', { class: done ? 'done' : '', 'aria-current': it === step && 'step' }, sign, ` ${it.title} `, skip);
}

function actions(step: Step): (HTMLElement | false)[] {
	const who = person(step);
	if (who && who.id !== state.view?.me.id) {
		const name = nameOf(who);
		const address = `?${new URLSearchParams({ as: who.id, channel: place(step) ?? state.channel })}`;
		const act = () => {
			actAs(who.id);
			const channel = place(step);
			if (channel) open(channel);
		};
		return [
			h('button', { type: 'button', class: 'main', 'data-key': 'road act', onclick: act }, `Act as ${name}`),
			h('a', { href: address, target: '_blank', class: 'button' }, `${name} in another tab`),
		];
	}
	const channel = place(step);
	if (!step.texts) {
		const go = () => channel && open(channel);
		return [Boolean(channel && channel !== state.channel) && h('button', { type: 'button', class: 'main', 'data-key': 'road go', onclick: go }, `Go to #${step.channel}`)];
	}
	const several = step.texts.length > 1 ? ` (${(filledOf(step) % step.texts.length) + 1} of ${step.texts.length})` : '';
	return [h('button', { type: 'button', class: 'main', 'data-key': 'road fill', onclick: () => void help(step) }, `Fill in the command${several}`)];
}
