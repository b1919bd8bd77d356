// What this tab knows: whom it acts as, what they see, and which channel is open.

import { type Channel, type Guild, type Member, type Message, type View, get } from './api';

type Listener = () => void;

const LIMIT = 100;
/** The id of the channel of direct messages before there is one. */
export const NEW_DM = 'dm';

export const state = {
	/** Whom this tab acts as: an id or a handle. */
	as: '',
	channel: '',
	view: null as View | null,
	/** Of the open channel, oldest first. */
	messages: new Map<string, Message>(),
	unread: new Set<string>(),
	dismissed: new Set<string>(),
	connected: false,
};

const views: Listener[] = [];
const lists: Listener[] = [];
const arrivals: ((message: Message) => void)[] = [];
const deleted = new Set<string>();
let stream: EventSource | undefined;
let reading = 0;

export function onView(listener: Listener): void {
	views.push(listener);
}

export function onMessages(listener: Listener): void {
	lists.push(listener);
}

/** Of the open channel, new or edited, once it is in the list. */
export function onArrival(listener: (message: Message) => void): void {
	arrivals.push(listener);
}

export function changedView(): void {
	for (const listener of views) listener();
}

export function changedMessages(): void {
	for (const listener of lists) listener();
}

/** Now, by the clock of the simulated Discord. */
export function now(): number {
	return Date.now() + (state.view?.clock_offset_ms ?? 0);
}

/** Reads from the address whom this tab acts as. */
export function readAddress(): void {
	const query = new URLSearchParams(location.search);
	state.as = query.get('as') ?? '';
	state.channel = query.get('channel') ?? '';
}

function writeAddress(): void {
	const address = `?${new URLSearchParams({ as: state.as, channel: state.channel })}`;
	if (address !== location.search) history.pushState(null, '', address);
}

/** Acts as somebody from now on. */
export function actAs(id: string): void {
	state.as = id;
	state.view = null;
	state.messages.clear();
	state.unread.clear();
	writeAddress();
	connect();
}

/** The open channel, as the control surface takes it. */
export function place(): { dm: true } | { channel: string } {
	return state.channel === NEW_DM ? { dm: true } : { channel: state.channel };
}

export function open(channel: string): void {
	state.channel = channel;
	state.unread.delete(channel);
	state.messages.clear();
	writeAddress();
	changedView();
	void read();
}

/** Opens the stream of events, again after it was lost. */
export function connect(): void {
	stream?.close();
	stream = new EventSource(`/sim/events?${new URLSearchParams({ as: state.as })}`);
	const parsed = <T>(listener: (body: T) => void) => (event: MessageEvent) => listener(JSON.parse(event.data));
	let first = true;
	stream.addEventListener('open', () => {
		first = true;
	});
	stream.addEventListener(
		'view',
		parsed<View>((view) => {
			state.view = view;
			state.connected = true;
			const was = state.channel;
			settle();
			changedView();
			if (first || was !== state.channel) void read();
			first = false;
		}),
	);
	stream.addEventListener('message', parsed<Message>(arrive));
	stream.addEventListener(
		'delete',
		parsed<{ id: string }>(({ id }) => {
			deleted.add(id);
			if (state.messages.delete(id)) changedMessages();
		}),
	);
	stream.addEventListener('error', () => {
		state.connected = false;
		changedView();
	});
}

/** Sees to it that the open channel is one that there is. */
function settle(): void {
	const view = state.view!;
	if (state.channel === NEW_DM && view.dm) state.channel = view.dm;
	const known = state.channel === view.dm || state.channel === NEW_DM || channel(state.channel);
	if (!known) {
		const texts = home()?.channels.filter(isText) ?? [];
		const general = texts.find((it) => it.name === 'general') ?? texts[0];
		state.channel = general?.id ?? view.dm ?? NEW_DM;
	}
	writeAddress();
}

function arrive(message: Message): void {
	if (message.channel_id !== state.channel) {
		if (state.unread.has(message.channel_id)) return;
		state.unread.add(message.channel_id);
		changedView();
		return;
	}
	state.messages.set(message.id, message);
	changedMessages();
	for (const listener of arrivals) listener(message);
}

async function read(): Promise<void> {
	const number = ++reading;
	if (state.channel === NEW_DM) return;
	const query = { as: state.as, channel: state.channel, limit: String(LIMIT) };
	const found = await get<Message[]>('view/messages', query).catch(() => [] as Message[]);
	if (number !== reading) return;
	const later = state.messages;
	state.messages = new Map(found.filter((it) => !deleted.has(it.id)).map((it) => [it.id, it]));
	for (const [id, message] of later) {
		if (!state.messages.has(id) && message.channel_id === state.channel) state.messages.set(id, message);
	}
	changedMessages();
}

export function isText(it: Channel): boolean {
	return it.type !== 2 && it.type !== 4 && it.type !== 13;
}

/** The guild that is open: that of the channel, or the first. */
export function home(): Guild | undefined {
	const guilds = state.view?.guilds ?? [];
	const here = guilds.find((guild) => guild.channels.some((it) => it.id === state.channel));
	return here ?? guilds.find((it) => it.id === state.view?.home) ?? guilds[0];
}

export function channel(id: string): Channel | undefined {
	return state.view?.guilds.flatMap((it) => it.channels).find((it) => it.id === id);
}

export function isDm(): boolean {
	return state.channel === NEW_DM || state.channel === state.view?.dm;
}

export function member(id: string): Member | undefined {
	return home()?.members.find((it) => it.user.id === id);
}

/** What somebody is called here. */
export function nameOf(user: { id: string; username: string; global_name?: string | null }): string {
	const nick = isDm() ? null : member(user.id)?.nick;
	return nick ?? user.global_name ?? user.username;
}

/** The colour of somebody's highest role that has one. */
export function colourOf(id: string): number {
	const roles = home()?.roles ?? [];
	const own = member(id)?.roles ?? [];
	const coloured = roles.filter((it) => own.includes(it.id) && it.color !== 0);
	return coloured.sort((a, b) => b.position - a.position)[0]?.color ?? 0;
}
