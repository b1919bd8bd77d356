// Buttons and menus of messages: drawn, and used.

import type { Component, Message, Reply } from './api';
import { post } from './api';
import { h } from './dom';
import { icon } from './icons';
import { isDark } from './look';
import { markup } from './markup';
import { openModal } from './modal';
import { choose, offers } from './picker';
import { answered, complain, wait } from './notes';
import { state } from './state';

const STYLES = ['primary', 'primary', 'secondary', 'success', 'destructive', 'secondary', 'primary'];

/** What the person did was answered: shows a form if that is the answer. */
export function show(reply: Reply): void {
	answered(reply);
	if (reply.kind === 'modal' && reply.modal) openModal(reply);
}

/** Does something that the bot answers. */
export async function act(path: string, body: Record<string, unknown>): Promise<boolean> {
	const done = wait();
	try {
		show(await post(path, { as: state.as, ...body }));
		return true;
	} catch (error) {
		complain(error);
		return false;
	} finally {
		done();
	}
}

export function rows(message: Message): HTMLElement[] {
	return message.components.map((it) => part(message, it));
}

function part(message: Message, it: Component): HTMLElement {
	switch (it.type) {
		case 1:
			return h('discord-action-row', {}, ...(it.components ?? []).map((inner) => part(message, inner)));
		case 2:
			return button(message, it);
		case 3:
		case 5:
		case 6:
		case 7:
		case 8:
			return menu(message, it);
		case 9:
			return h('div', { class: 'section' }, ...(it.components ?? []).map((inner) => part(message, inner)), it.accessory && wrapped(message, it.accessory));
		case 10:
			return h('div', {}, markup(it.content ?? ''));
		case 14:
			return h('hr');
		case 17:
			return h('div', { class: 'container' }, ...(it.components ?? []).map((inner) => part(message, inner)));
		default:
			return h('div', { class: 'muted' }, `(a component of type ${it.type})`);
	}
}

/** A button is drawn in a row only. */
function wrapped(message: Message, it: Component): HTMLElement {
	const drawn = part(message, it);
	return it.type === 2 ? h('discord-action-row', {}, drawn) : drawn;
}

interface Button extends HTMLElement {
	updateComplete: Promise<unknown>;
}

function button(message: Message, it: Component): HTMLElement {
	const label = [it.emoji?.name, it.label].filter(Boolean).join(' ');
	const press = () => {
		if (!it.disabled && it.custom_id) void act('press', { message: message.id, custom_id: it.custom_id });
	};
	const drawn = h(
		'discord-button',
		{ type: STYLES[it.style ?? 2], url: it.url, disabled: it.disabled, 'light-theme': !isDark(), onclick: press, 'data-key': `${message.id}/${it.custom_id ?? it.url}` },
		label,
	) as Button;
	void drawn.updateComplete?.then(() => {
		const inner = drawn.shadowRoot?.querySelector('button');
		if (inner) inner.disabled = Boolean(it.disabled);
	});
	return drawn;
}

function menu(message: Message, it: Component): HTMLElement {
	const chosen = offers(it).filter((option) => option.chosen);
	const label = chosen.map((option) => option.label).join(', ') || (it.placeholder ?? 'Make a selection');
	const pick = async () => {
		const values = await choose(it, it.placeholder ?? 'Make a selection');
		if (values) await act('select', { message: message.id, custom_id: it.custom_id, values });
	};
	return h(
		'button',
		{ type: 'button', class: 'menu', disabled: it.disabled, 'aria-haspopup': 'dialog', onclick: pick, 'data-key': `${message.id}/${it.custom_id}` },
		h('span', {}, label),
		icon('down'),
	);
}
