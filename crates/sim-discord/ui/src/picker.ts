// Choosing from a menu: texts, people, roles or channels.

import type { Component } from './api';
import { dialog, h } from './dom';
import { home, isDm, nameOf, state } from './state';

export interface Offer {
	value: string;
	label: string;
	description?: string;
	chosen?: boolean;
}

/** What a menu offers to the person who acts. */
export function offers(menu: Component): Offer[] {
	const defaults = new Set(menu.default_values?.map((it) => it.id));
	const chosen = (it: Offer): Offer => ({ ...it, chosen: defaults.has(it.value) });
	if (menu.type === 3) {
		const options = menu.options ?? [];
		return options.map((it) => ({ value: it.value, label: it.label, description: it.description, chosen: it.default }));
	}
	const out: Offer[] = [];
	if (menu.type === 5 || menu.type === 7) out.push(...people());
	if (menu.type === 6 || menu.type === 7) out.push(...roles());
	if (menu.type === 8) out.push(...channels(menu.channel_types));
	return out.map(chosen);
}

export function people(): Offer[] {
	const guild = isDm() ? undefined : home();
	const all = guild ? guild.members.map((it) => it.user) : (state.view?.people ?? []);
	return all.map((it) => ({ value: it.id, label: nameOf(it), description: `@${it.username}` }));
}

export function roles(): Offer[] {
	const all = [...(home()?.roles ?? [])].sort((a, b) => b.position - a.position);
	return all.map((it) => ({ value: it.id, label: `@${it.name.replace(/^@/, '')}` }));
}

export function channels(kinds?: number[]): Offer[] {
	const all = home()?.channels ?? [];
	const fit = all.filter((it) => !kinds?.length || kinds.includes(it.type));
	return fit.map((it) => ({ value: it.id, label: `#${it.name}` }));
}

/** Lets the person choose; nothing if they choose nothing. */
export function choose(menu: Component, title: string): Promise<string[] | undefined> {
	const most = menu.max_values ?? 1;
	const least = menu.min_values ?? 1;
	const all = offers(menu);
	return new Promise((resolve) => {
		let picked: string[] | undefined;
		const list = h('div', { class: 'offers' });
		const filter = h('input', { type: 'search', 'aria-label': 'Filter', placeholder: 'Filter' }) as HTMLInputElement;
		const single = most === 1 && least === 1;
		const boxes = all.map((it) => {
			const text = [h('span', {}, it.label), it.description && h('span', { class: 'muted' }, it.description)];
			if (single) {
				const take = () => {
					picked = [it.value];
					shown.close();
				};
				return h('button', { type: 'button', class: 'offer', onclick: take }, ...text);
			}
			const box = h('input', { type: 'checkbox', value: it.value, checked: it.chosen });
			return h('label', { class: 'offer' }, box, ...text);
		});
		list.append(...boxes);
		filter.addEventListener('input', () => {
			const wanted = filter.value.toLowerCase();
			boxes.forEach((box, index) => {
				box.hidden = !`${all[index]!.label} ${all[index]!.description}`.toLowerCase().includes(wanted);
			});
		});
		const count = h('p', { class: 'muted', role: 'status' }, `Choose ${least === most ? least : `${least} to ${most}`}.`);
		const done = () => {
			const checked = [...list.querySelectorAll<HTMLInputElement>('input:checked')].map((it) => it.value);
			if (checked.length < least || checked.length > most) {
				count.classList.add('wrong');
				return;
			}
			picked = checked;
			shown.close();
		};
		const more = single ? [] : [count, h('button', { type: 'button', class: 'main', onclick: done }, 'Done')];
		const shown = dialog(title, all.length > 8 && filter, list, ...more);
		shown.addEventListener('close', () => resolve(picked));
	});
}
