// Making elements without HTML in strings: what strangers write is always text.

import { icon } from './icons';

type Child = Node | string | null | undefined | false;

/** An element with attributes; those that begin with `on` are listeners, and `false` leaves one out. */
export function h(tag: string, attributes: Record<string, unknown> = {}, ...children: Child[]): HTMLElement {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === false || value === undefined || value === null) continue;
		if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
		else element.setAttribute(name, value === true ? '' : String(value));
	}
	element.append(...children.filter((it): it is Node | string => Boolean(it) || it === ''));
	return element;
}

export function byId(id: string): HTMLElement {
	return document.getElementById(id)!;
}

/** Replaces what is inside, and keeps the focus on what has the same `data-key`. */
export function fill(parent: HTMLElement, ...children: Child[]): void {
	const focused = document.activeElement?.closest<HTMLElement>('[data-key]');
	const key = focused && parent.contains(focused) ? focused.dataset.key : undefined;
	parent.replaceChildren(...children.filter((it): it is Node | string => Boolean(it)));
	if (key) {
		const again = [...parent.querySelectorAll<HTMLElement>('[data-key]')].find((it) => it.dataset.key === key);
		again?.focus();
	}
}

/** A dialog that is removed once it is closed; the focus returns to where it was. */
export function dialog(title: string, ...children: Child[]): HTMLDialogElement {
	const heading = h('h2', { id: 'dialog-title' }, title);
	const close = h('button', { type: 'button', class: 'icon', 'aria-label': 'Close', onclick: () => shown.close() }, icon('close'));
	const head = h('header', {}, heading, close);
	const shown = h('dialog', { 'aria-labelledby': 'dialog-title' }, head, ...children) as HTMLDialogElement;
	shown.addEventListener('close', () => shown.remove());
	shown.addEventListener('click', (event) => {
		if (event.target === shown) shown.close();
	});
	document.body.append(shown);
	shown.showModal();
	return shown;
}
