// A form of the bot, to fill in and send.

import type { ModalField, Reply } from './api';
import { Refused, contents, post } from './api';
import { show } from './components';
import { dialog, h } from './dom';
import { offers } from './picker';
import { state } from './state';

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function openModal(reply: Reply): void {
	const form = reply.modal!;
	const wrong = h('p', { class: 'wrong', role: 'alert' });
	const inputs = form.fields.map((field, index) => [field, input(field, `field-${index}`)] as const);
	const labelled = inputs.map(([field, it]) => {
		const label = h('label', { for: it.id }, field.label || field.input.placeholder || field.custom_id);
		if (field.required) label.append(h('span', { class: 'wrong', 'aria-hidden': 'true' }, ' *'));
		return h('div', { class: 'field' }, label, it);
	});
	const send = async (event: Event) => {
		event.preventDefault();
		const values = Object.fromEntries(inputs.map(([field, it]) => [field.custom_id, value(it)]));
		submit.setAttribute('disabled', '');
		try {
			const files = inputs.flatMap(([, it]) => [...((it as HTMLInputElement).files ?? [])]);
			const attachments = await contents(files);
			const body = { as: state.as, interaction: reply.interaction_id, values, attachments };
			const next = await post('modal', body);
			shown.close();
			show(next);
		} catch (error) {
			wrong.textContent = error instanceof Refused ? error.message : String(error);
		} finally {
			submit.removeAttribute('disabled');
		}
	};
	const submit = h('button', { class: 'main' }, 'Submit');
	const cancel = h('button', { type: 'button', onclick: () => shown.close() }, 'Cancel');
	const body = h('form', { onsubmit: send, novalidate: true }, ...labelled, wrong, h('footer', {}, cancel, submit));
	const shown = dialog(form.title, body);
	inputs[0]?.[1].focus();
}

function input(field: ModalField, id: string): Input {
	const it = field.input;
	const common = { id, required: field.required };
	if (it.type === 19) {
		return h('input', { ...common, type: 'file', multiple: (it.max_values ?? 1) > 1 }) as HTMLInputElement;
	}
	if (it.type !== 4) {
		const many = (it.max_values ?? 1) > 1;
		const choices = offers(it).map((offer) => h('option', { value: offer.value, selected: offer.chosen }, offer.label));
		const none = many ? [] : [h('option', { value: '' }, it.placeholder ?? '')];
		return h('select', { ...common, multiple: many }, ...none, ...choices) as HTMLSelectElement;
	}
	const limits = { ...common, maxlength: it.max_length, placeholder: it.placeholder };
	if (it.style === 2) {
		const area = h('textarea', { ...limits, rows: 5 }) as HTMLTextAreaElement;
		area.value = field.value;
		return area;
	}
	return h('input', { ...limits, value: field.value }) as HTMLInputElement;
}

function value(input: Input): string {
	if (input instanceof HTMLInputElement && input.files) return [...input.files].map((it) => it.name).join(',');
	if (!(input instanceof HTMLSelectElement)) return input.value;
	return [...input.selectedOptions].map((it) => it.value).filter(Boolean).join(',');
}
