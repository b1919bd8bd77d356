// What the page itself says: what was refused, and that the bot is being waited for.

import type { Reply } from './api';
import { byId, h } from './dom';
import { icon } from './icons';

const replies: ((reply: Reply) => void)[] = [];

/** Of everything that the bot answers to this tab. */
export function onReply(listener: (reply: Reply) => void): void {
	replies.push(listener);
}

export function answered(reply: Reply): void {
	byId('notes').replaceChildren();
	for (const listener of replies) listener(reply);
}

/** Says why something did not happen. */
export function complain(error: unknown): void {
	const text = error instanceof Error ? error.message : String(error);
	const close = h('button', { type: 'button', class: 'icon', 'aria-label': 'Dismiss', onclick: () => note.remove() }, icon('close'));
	const note = h('p', { class: 'note' }, h('span', {}, `⚠ ${text}`), close);
	byId('notes').replaceChildren(note);
}

let waiting = 0;

/** Shows that the bot is being waited for, until the answer is called. */
export function wait(): () => void {
	const set = () => document.body.classList.toggle('waiting', waiting > 0);
	waiting++;
	set();
	return () => {
		waiting--;
		set();
	};
}

/** Reads a text out to those who do not see the page. */
export function announce(text: string): void {
	byId('news').textContent = text;
}
