// The elements of discord-components that this page uses.

export { DiscordActionRow } from '@skyra/discord-components-core/discord-action-row.js';
export { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
export { DiscordButton } from '@skyra/discord-components-core/discord-button.js';
export { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
export { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
export { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
