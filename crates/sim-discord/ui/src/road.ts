// A guided road through what Paddock does. Its progress is shared by the tabs of this address.

import { byId, fill, h } from './dom';
import { icon } from './icons';
import { prefill } from './composer';
import { announce, complain, onReply } from './notes';
import { actAs, home, nameOf, onArrival, onMessages, onView, open, state } from './state';
import { type Step, STEPS, rolesOfMember } from './steps';

interface Progress {
	done: string[];
	hidden: boolean;
	/** How many of the current step's texts were filled in. */
	filled: number;
	/** Her roles before the submission. */
	before: string[];
}

const KEY = 'road';
let listed = false;
let checking = false;

function load(): Progress {
	const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}');
	return { done: [], hidden: false, filled: 0, before: [], ...stored };
}

function save(change: Partial<Progress>): void {
	localStorage.setItem(KEY, JSON.stringify({ ...load(), ...change }));
	draw();
}

function current(): Step | undefined {
	const { done } = load();
	return STEPS.find((it) => !done.includes(it.id));
}

function finish(step: Step): void {
	const { done } = load();
	if (done.includes(step.id)) return;
	const before = step.id === 'submit' ? { before: rolesOfMember() } : {};
	save({ done: [...done, step.id], filled: 0, ...before });
	const next = current();
	announce(`Done: ${step.title}. ${next ? `Next: ${next.title}.` : 'That was the whole road.'}`);
	void check();
}

/** Ticks the current step where it is seen to have happened. */
async function check(): Promise<void> {
	const step = current();
	if (checking || !step?.seen || load().hidden) return;
	// Who began to type several commands finishes them.
	if ((step.texts?.length ?? 0) > 1 && load().filled > 0) return;
	checking = true;
	try {
		if (state.view && (await step.seen(load().before))) finish(step);
	} finally {
		checking = false;
	}
}

export function startRoad(): void {
	onView(draw);
	onView(() => void check());
	onMessages(draw);
	onArrival((message) => heard(message.text));
	onReply((reply) => heard(reply.text));
	addEventListener('storage', (event) => {
		if (event.key === KEY) draw();
	});
}

function heard(text: string): void {
	const step = current();
	if (step?.answer?.test(text)) finish(step);
	else void check();
}

/** Shows the road again, from where it was left or from the start. */
export function showRoad(again: boolean): void {
	save(again ? { done: [], filled: 0, before: [], hidden: false } : { hidden: false });
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
	const texts = step.texts ?? [];
	const { filled } = load();
	const index = filled % texts.length;
	const text = await texts[index]!();
	if (!text) {
		complain('There is nothing to fill in yet: look into the channel, or do the steps before.');
		return;
	}
	prefill(text);
	save({ filled: index + 1 });
}

function draw(): void {
	const road = byId('road');
	const { done, hidden, filled } = load();
	road.hidden = hidden || !state.view;
	if (road.hidden) return;
	const step = current();
	const close = h('button', { type: 'button', class: 'icon', 'aria-label': 'Dismiss the guided road', 'data-key': 'road close', onclick: () => save({ hidden: true }) }, icon('close'));
	const toggle = () => {
		listed = !listed;
		draw();
	};
	const all = h('button', { type: 'button', 'aria-expanded': String(listed), 'aria-controls': 'road-steps', 'data-key': 'road all', onclick: toggle }, `Step ${Math.min(done.length + 1, STEPS.length)} of ${STEPS.length}`);
	if (!step) {
		const again = h('button', { type: 'button', 'data-key': 'road again', onclick: () => showRoad(true) }, 'Start over');
		fill(road, h('div', { class: 'road-line' }, h('strong', {}, '✓ That was the whole road.'), again, close));
		return;
	}
	const words = h('div', { class: 'road-words' }, h('strong', {}, step.title), h('span', { class: 'muted' }, ` ${step.about}`));
	const buttons = h('div', { class: 'road-buttons' }, ...actions(step, filled), all);
	const list = h('ol', { id: 'road-steps', hidden: !listed }, ...STEPS.map((it) => line(it, done, step)));
	fill(road, h('div', { class: 'road-line' }, words, close), buttons, list);
}

function line(it: Step, done: string[], step: Step): HTMLElement {
	const isDone = done.includes(it.id);
	const skip = it === step && h('button', { type: 'button', class: 'link', 'data-key': 'road skip', onclick: () => finish(it) }, 'Skip');
	const sign = h('span', { class: 'tick', role: 'img', 'aria-label': isDone ? 'Done' : 'Open' }, isDone ? '✓' : '○');
	return h('li', { class: isDone ? 'done' : '', 'aria-current': it === step && 'step' }, sign, ` ${it.title} `, skip);
}

function actions(step: Step, filled: number): (HTMLElement | false)[] {
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
	const several = step.texts.length > 1 ? ` (${(filled % step.texts.length) + 1} of ${step.texts.length})` : '';
	return [h('button', { type: 'button', class: 'main', 'data-key': 'road fill', onclick: () => void help(step) }, `Fill in${several}`)];
}
