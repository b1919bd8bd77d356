// A message as an element of the library, with embeds, components and files in its slots.

import type { Attachment, Embed, Message } from './api';
import { rows } from './components';
import { h } from './dom';
import { icon } from './icons';
import { avatar, isDark, readable } from './look';
import { address, inline, link, markup, time } from './markup';
import { changedMessages, colourOf, nameOf, now, state } from './state';

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
const COMMAND = 20;

interface Drawn extends HTMLElement {
	timestamp: string;
	roleColor?: string;
	lightTheme: boolean;
}

/** When it was written, as Discord says it: `Today at 16:05`. */
function written(message: Message): string {
	const date = new Date(message.timestamp);
	const today = new Date(now());
	const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(date);
	if (date.toDateString() === today.toDateString()) return `Today at ${clock}`;
	return `${new Intl.DateTimeFormat(undefined, { dateStyle: 'short' }).format(date)} ${clock}`;
}

export function draw(message: Message): HTMLElement {
	const name = nameOf(message.author);
	const isEphemeral = (message.flags & EPHEMERAL) !== 0;
	const element = h('discord-message', {
		'data-id': message.id,
		role: 'article',
		'aria-label': `${name}, ${written(message)}`,
		author: name,
		avatar: avatar(message.author.id, name),
		bot: message.author.bot,
		edited: Boolean(message.edited_timestamp) && message.type !== COMMAND && !isEphemeral,
		'light-theme': !isDark(),
		class: isEphemeral ? 'ephemeral' : '',
	}) as Drawn;
	element.timestamp = written(message);
	const colour = colourOf(message.author.id);
	if (colour) element.roleColor = readable(colour);
	const by = message.interaction_metadata;
	if (by && message.type === COMMAND) {
		const used = h('div', { slot: 'reply', class: 'used' }, h('span', { 'aria-hidden': 'true' }, '╭ '));
		used.append(h('strong', {}, nameOf(by.user)), ' used a command');
		element.append(used);
	}
	if (message.flags & LOADING) {
		element.append(h('span', { class: 'thinking' }, `${name} is thinking…`));
	} else {
		element.append(markup(message.content));
	}
	for (const embed of message.embeds) element.append(drawEmbed(embed, message));
	const shown = new Set(message.embeds.map((it) => attached(it.image?.url, message)));
	const files = message.attachments.filter((it) => !shown.has(address(it.url)));
	if (files.length) element.append(h('div', { slot: 'attachments', class: 'files' }, ...files.map(drawFile)));
	if (message.components.length) {
		element.append(h('div', { slot: 'components' }, ...rows(message)));
	}
	if (isEphemeral) element.append(onlyYou(message));
	return element;
}

function onlyYou(message: Message): HTMLElement {
	const dismiss = () => {
		state.dismissed.add(message.id);
		sessionStorage.setItem('dismissed', JSON.stringify([...state.dismissed]));
		changedMessages();
		document.getElementById('composer-input')?.focus();
	};
	const button = h('button', { type: 'button', class: 'link', onclick: dismiss }, 'Dismiss message');
	return h('div', { slot: 'components', class: 'only-you' }, icon('eye'), ' Only you can see this • ', button);
}

function attached(url: string | undefined, message: Message): string | undefined {
	if (!url) return undefined;
	const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
	const file = name && message.attachments.find((it) => it.filename === name);
	return address(file ? file.url : url);
}

function drawEmbed(embed: Embed, message: Message): HTMLElement {
	const colour = embed.color ? `#${embed.color.toString(16).padStart(6, '0')}` : '';
	const element = h('discord-embed', { slot: 'embeds', color: colour, 'light-theme': !isDark() });
	const body = h('div', { slot: 'description', class: 'embed' });
	const linked = (text: string, url?: string) => (url ? link(url, inline(text)) : inline(text));
	if (embed.author) body.append(h('div', { class: 'embed-author' }, linked(embed.author.name, embed.author.url)));
	if (embed.title) body.append(h('div', { class: 'embed-title' }, linked(embed.title, embed.url)));
	if (embed.description) body.append(h('div', {}, markup(embed.description)));
	if (embed.fields?.length) {
		const fields = embed.fields.map((field) => {
			const kind = field.inline ? 'field inline' : 'field';
			const value = h('div', {}, markup(field.value));
			return h('div', { class: kind }, h('div', { class: 'field-name' }, inline(field.name)), value);
		});
		body.append(h('div', { class: 'fields' }, ...fields));
	}
	const image = attached(embed.image?.url, message);
	const alt = embed.title ? `Picture: ${embed.title}` : 'Picture';
	if (image) body.append(h('img', { src: image, alt, class: 'embed-image' }));
	if (embed.footer || embed.timestamp) {
		const when = embed.timestamp ? time(Date.parse(embed.timestamp) / 1000, 'f') : undefined;
		body.append(h('div', { class: 'embed-footer' }, embed.footer?.text ?? '', embed.footer && when ? ' • ' : '', when));
	}
	element.append(body);
	return element;
}

function size(bytes: number): string {
	if (bytes < 1000) return `${bytes} bytes`;
	return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function drawFile(file: Attachment): HTMLElement {
	const url = address(file.url);
	const name = h('a', { href: url ?? '#', download: file.filename }, file.filename);
	const line = h('div', { class: 'file' }, icon('file'), ' ', name, h('span', { class: 'muted' }, ` ${size(file.size)}`));
	if (url && /^image\/(?!svg)/.test(file.content_type)) {
		return h('figure', {}, h('img', { src: url, alt: file.filename }), line);
	}
	return line;
}
