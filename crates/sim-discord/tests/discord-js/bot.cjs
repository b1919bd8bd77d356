// A small bot on discord.js, as its guide has them. The test beside it plays the people.
"use strict";

const {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} = require("discord.js");

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers],
  rest: { api: process.env.DISCORD_API },
});

const report = {
  name: "report",
  description: "Report an incident",
  options: [
    { type: ApplicationCommandOptionType.Attachment, name: "proof", description: "A file", required: true },
    { type: ApplicationCommandOptionType.User, name: "driver", description: "Who it was" },
  ],
};

client.once(Events.ClientReady, async (ready) => {
  const guild = ready.guilds.cache.first();
  await guild.roles.fetch();
  await guild.channels.fetch();
  await client.fetchDefaultSoundboardSounds();
  await guild.soundboardSounds.fetch();
  await guild.commands.set([report]);
});

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) {
    const proof = interaction.options.getAttachment("proof");
    const driver = interaction.options.getMember("driver");
    await interaction.deferReply();
    const content = await (await fetch(proof.url)).text();
    const button = new ButtonBuilder().setCustomId("explain").setLabel("Explain").setStyle(ButtonStyle.Primary);
    await interaction.editReply({
      content: `${interaction.user.username} reports ${driver.displayName} in ${interaction.guild.name}: ${proof.name}, ${proof.size} bytes: ${content}`,
      components: [new ActionRowBuilder().addComponents(button)],
      files: [new AttachmentBuilder(Buffer.from("received"), { name: "receipt.txt" })],
    });
  } else if (interaction.isButton()) {
    const lap = new TextInputBuilder().setCustomId("lap").setLabel("Lap").setStyle(TextInputStyle.Short);
    const form = new ModalBuilder().setCustomId("explanation").setTitle("What happened?");
    await interaction.showModal(form.addComponents(new ActionRowBuilder().addComponents(lap)));
  } else if (interaction.isModalSubmit()) {
    const lap = interaction.fields.getTextInputValue("lap");
    await interaction.update({ content: `It was in lap ${lap}.`, components: [] });
    await interaction.followUp({ content: "Thank you.", flags: MessageFlags.Ephemeral });
    // Its caches know what the gateway said of the guild.
    const member = await interaction.guild.members.fetch(interaction.user.id);
    const channel = interaction.guild.channels.cache.find((it) => it.name === "announcements");
    await channel.send(`${member.displayName} has explained.`);
  }
});

// An error that nobody expects ends the program, and the test with it.
client.on(Events.Error, (error) => {
  throw error;
});
client.login(process.env.DISCORD_TOKEN);
