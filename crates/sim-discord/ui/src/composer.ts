// The box at the bottom: messages, and commands with their completions.

import { type Reply, contents, post } from './api';
import { type Completion, complete, hint, parse, readCommands } from './commands';
import { show } from './components';
import { byId, h } from './dom';
import { icon } from './icons';
import { complain, wait } from './notes';
import { channel, isDm, onView, place, state } from './state';

let files: File[] = [];
let completions: Completion[] = [];
let active = -1;
let asked = 0;

const input = h('textarea', {
	id: 'composer-input',
	rows: 1,
	'aria-autocomplete': 'list',
	'aria-controls': 'completions',
	'aria-describedby': 'composer-hint',
	'aria-label': 'Message, or a command that begins with a slash',
}) as HTMLTextAreaElement;
const list = h('ul', { id: 'completions', role: 'listbox', tabindex: 0, 'aria-label': 'Completions', hidden: true });
const line = h('p', { id: 'composer-hint', class: 'muted' });
const chips = h('div', { class: 'chips' });
const picker = h('input', { type: 'file', multiple: true, class: 'unseen', 'aria-label': 'Files to send', tabindex: -1 }) as HTMLInputElement;

export function startComposer(): void {
	const attach = h('button', { type: 'button', class: 'icon', 'aria-label': 'Attach files', onclick: () => picker.click() }, icon('plus'));
	const send = h('button', { class: 'icon', 'aria-label': 'Send' }, icon('send'));
	const form = byId('composer');
	form.append(list, chips, h('div', { class: 'box' }, attach, picker, input, send), line);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void submit();
	});
	input.addEventListener('input', () => void suggest());
	input.addEventListener('keydown', key);
	input.addEventListener('blur', () => setTimeout(hide, 150));
	picker.addEventListener('change', () => {
		addFiles([...picker.files!]);
		picker.value = '';
	});
	onView(() => {
		const here = channel(state.channel);
		const name = isDm() ? 'Paddock' : `#${here?.name ?? ''}`;
		const may = isDm() || (here?.may_send ?? true);
		input.placeholder = may ? `Message ${name}` : `Only commands in ${name}`;
		void readCommands();
	});
	describe();
}

/** Writes a text into the box, for the person to send. */
export function prefill(text: string): void {
	input.value = text;
	input.focus();
	hide();
	line.classList.remove('idle');
	line.textContent = 'Press Enter, or the arrow, to send it.';
	resize();
}

function addFiles(added: File[]): void {
	files.push(...added);
	const first = added[0];
	// After the name of an attachment option, the file is its value.
	if (first && /\S:\s*$/.test(input.value)) input.value = `${input.value.trimEnd()}${first.name} `;
	drawChips();
	input.focus();
	void suggest();
}

function drawChips(): void {
	const drawn = files.map((file, index) => {
		const remove = () => {
			files = files.filter((_, at) => at !== index);
			drawChips();
		};
		const label = `Remove ${file.name}`;
		return h('span', { class: 'chip' }, icon('file'), ` ${file.name} `, h('button', { type: 'button', class: 'icon', 'aria-label': label, onclick: remove }, icon('close')));
	});
	chips.replaceChildren(...drawn);
}

function resize(): void {
	input.style.height = 'auto';
	input.style.height = `${Math.min(160, input.scrollHeight)}px`;
}

function describe(): void {
	const isCommand = input.value.startsWith('/');
	line.classList.toggle('idle', !isCommand);
	line.textContent = isCommand ? hint(input.value) : 'Enter sends, Shift+Enter begins a line, / lists the commands';
}

async function suggest(): Promise<void> {
	resize();
	describe();
	const number = ++asked;
	await readCommands();
	if (number !== asked) return;
	const found = await complete(input.value, files.map((it) => it.name));
	if (number !== asked) return;
	completions = found;
	active = found[0]?.first ? 0 : -1;
	describe();
	drawList();
}

function hide(): void {
	asked++;
	completions = [];
	drawList();
}

function drawList(): void {
	list.hidden = !completions.length;
	const drawn = completions.map((it, index) => {
		const pick = (event: Event) => {
			event.preventDefault();
			take(index);
		};
		const parts = [h('strong', {}, it.label), h('span', { class: 'muted' }, it.description)];
		return h('li', { role: 'option', id: `completion-${index}`, 'aria-selected': String(index === active), onmousedown: pick }, ...parts);
	});
	list.replaceChildren(...drawn);
	const current = drawn[active];
	if (current) {
		input.setAttribute('aria-activedescendant', current.id);
		current.scrollIntoView({ block: 'nearest' });
	} else {
		input.removeAttribute('aria-activedescendant');
	}
}

function take(index: number): void {
	const it = completions[index]!;
	if (it.file) {
		input.value = it.text;
		picker.click();
		return;
	}
	input.value = it.text;
	void suggest();
}

function key(event: KeyboardEvent): void {
	const count = completions.length;
	if (count && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
		event.preventDefault();
		const step = event.key === 'ArrowDown' ? 1 : -1;
		active = active < 0 && step < 0 ? count - 1 : (active + step + count) % count;
		drawList();
	} else if (count && event.key === 'Escape') {
		event.preventDefault();
		hide();
	} else if (count && event.key === 'Tab' && !event.shiftKey) {
		event.preventDefault();
		take(Math.max(active, 0));
	} else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
		event.preventDefault();
		if (count && active >= 0) take(active);
		else void submit();
	}
}

async function submit(): Promise<void> {
	const typed = input.value.trim();
	if (!typed && !files.length) return;
	const sent = files;
	let body: Record<string, unknown> = { as: state.as, text: typed, ...place() };
	if (typed.startsWith('/')) body = { ...body, ...parse(typed) };
	hide();
	const done = wait();
	try {
		body.attachments = await contents(sent);
		input.value = '';
		files = [];
		drawChips();
		describe();
		resize();
		const reply = await post<Reply>('say', body);
		if (reply.kind) show(reply);
		else byId('notes').replaceChildren();
	} catch (error) {
		complain(error);
		// What was refused stays to be corrected, unless something else was begun.
		if (!input.value) {
			input.value = typed;
			files = sent;
			drawChips();
			describe();
		}
	} finally {
		done();
	}
}
