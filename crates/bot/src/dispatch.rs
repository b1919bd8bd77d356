//! One table: command name, button action or modal action -> handler.

mod candidates;
mod suggesters;
mod topic;
mod typed;

pub(crate) use candidates::{Candidate, Candidates, Extent, Suggester, is_picked, without_mark};
pub(crate) use topic::{TOPICS, Topic};
pub(crate) use typed::Typed;

use crate::{
    answer::{Answer, Choices, Failure, Reply},
    call::Call,
    commands::ask::Confirmation,
    custom_id,
    pages::{List, Pages, Subject},
    replies,
};
use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc};
use suggesters::Suggesters;
use twilight_interactions::command::{CommandInputData, CommandModel, CreateCommand};
use twilight_model::{
    application::{
        command::Command as Definition,
        interaction::{
            InteractionContextType, InteractionData, InteractionType,
            application_command::CommandData,
            message_component::MessageComponentInteractionData,
            modal::{ModalInteractionComponent, ModalInteractionData},
        },
    },
    guild::Permissions,
    oauth::ApplicationIntegrationType,
};

/// The future of a function that a const holds.
pub(crate) type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// A handler at work.
pub(crate) type Work<T> = Boxed<'static, T>;
/// What most handlers return.
pub(crate) type Outcome = Result<Answer, Failure>;

type Run<Input, T> = Arc<dyn Fn(Call, Input) -> Work<T> + Send + Sync>;

/// Everything that can be asked of the bot.
pub(crate) struct Dispatch {
    topic: Topic,
    commands: Vec<Command>,
    buttons: HashMap<&'static str, Button>,
    modals: HashMap<&'static str, Modal>,
}

/// Who sees a command at first. Server admins change that under Integrations, and the API judges
/// each call anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Every member of the server.
    Everyone,
    /// Members with **Manage Server**.
    Managers,
    /// Members with **Administrator**.
    Administrators,
}

impl Audience {
    fn permissions(self) -> Option<Permissions> {
        match self {
            Self::Everyone => None,
            Self::Managers => Some(Permissions::MANAGE_GUILD),
            Self::Administrators => Some(Permissions::ADMINISTRATOR),
        }
    }
}

struct Command {
    topic: Topic,
    definition: Definition,
    suggesters: Suggesters,
    run: Run<CommandInputData<'static>, Outcome>,
    mode: DeferMode,
}

impl Command {
    /// Runs it, with what is meant in the place of what was typed without picking a suggestion.
    fn start(&self, call: Call, mut data: CommandData) -> Work<Outcome> {
        let unpicked = self.suggesters.unpicked(&data.options);
        let options = typed::options_of(&self.definition, &data.options);
        let run = self.run.clone();
        Box::pin(async move {
            for (option, suggester) in unpicked {
                let typed = Typed::sent(&data.options, &option);
                if let Some(value) = suggester.meant(call.for_suggestions(), typed).await? {
                    typed::fill(&mut data.options, &option, &value);
                }
            }
            let outcome = run(call, data.into()).await;
            outcome.map_err(|failure| replies::name_option(failure, &options))
        })
    }
}

struct Button {
    run: Run<Pressed, Outcome>,
    mode: DeferMode,
}

struct Modal {
    run: Run<Submitted, Outcome>,
    mode: DeferMode,
}

/// A pressed button.
#[derive(Debug, Clone)]
pub(crate) struct Pressed {
    /// What its id carries.
    pub(crate) arguments: Vec<String>,
}

/// A sent form.
#[derive(Debug, Clone)]
pub(crate) struct Submitted {
    /// What its id carries.
    pub(crate) arguments: Vec<String>,
    fields: HashMap<String, String>,
}

impl Submitted {
    /// What was typed into a field, if anything was.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        let text = self.fields.get(name)?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }
}

/// What a slow answer becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DeferMode {
    /// A new message that only the member sees.
    Ephemeral,
    /// A new message that everybody in the channel sees; only the member sees what went wrong.
    Public,
    /// A change of the message that the button sits on.
    Update,
    /// Nothing: the answer is a form, which cannot be deferred, so that its handler asks nobody.
    Unsupported,
}

/// What an interaction asks for.
pub(crate) enum Routed {
    /// An answer.
    Answer(Work<Outcome>, DeferMode),
    /// Suggestions.
    Choices(Work<Choices>),
}

impl Dispatch {
    /// Without anything; what is added first is about this.
    pub(crate) fn new(topic: Topic) -> Self {
        Self {
            topic,
            commands: vec![],
            buttons: HashMap::new(),
            modals: HashMap::new(),
        }
    }

    /// What is added from here on is about this.
    pub(crate) fn next_topic(&mut self, topic: Topic) {
        self.topic = topic;
    }

    /// Adds a command, with the suggestions that its options bring along.
    pub(crate) fn command<M, W>(&mut self, audience: Audience, run: fn(Call, M) -> W)
    where
        M: CommandModel + CreateCommand + 'static,
        W: Future<Output = Outcome> + Send + 'static,
    {
        let run: Run<_, _> = Arc::new(move |call, input| match M::from_interaction(input) {
            Ok(options) => Box::pin(run(call, options)),
            Err(error) => Box::pin(std::future::ready(Err(error.into()))),
        });
        let (mut definition, suggesters) = suggesters::definition::<M>();
        definition.default_member_permissions = audience.permissions();
        definition.contexts = Some(vec![InteractionContextType::Guild]);
        definition.integration_types = Some(vec![ApplicationIntegrationType::GuildInstall]);
        self.commands.push(Command {
            topic: self.topic,
            definition,
            suggesters,
            run,
            mode: DeferMode::Ephemeral,
        });
    }

    /// The command that was added last answers in public.
    pub(crate) fn in_public(&mut self) {
        let last = self.commands.last_mut().expect("a command was added");
        last.mode = DeferMode::Public;
    }

    /// Adds a button.
    pub(crate) fn button<W>(
        &mut self,
        action: &'static str,
        mode: DeferMode,
        run: impl Fn(Call, Pressed) -> W + Send + Sync + 'static,
    ) where
        W: Future<Output = Outcome> + Send + 'static,
    {
        let run: Run<_, _> = Arc::new(move |call, pressed| Box::pin(run(call, pressed)));
        let earlier = self.buttons.insert(action, Button { run, mode });
        assert!(earlier.is_none(), "two buttons with the action {action}");
    }

    /// Adds the buttons under a list.
    pub(crate) fn list<Of: Subject, Row: Send + 'static>(&mut self, list: &'static List<Of, Row>) {
        self.update(list.action, move |call, pressed| async move {
            list.at(&call, &pressed.arguments).await
        });
    }

    /// Adds the buttons under a message in pages.
    pub(crate) fn pages<Of: Subject>(&mut self, pages: &'static Pages<Of>) {
        self.update(pages.action, move |call, pressed| async move {
            pages.at(&call, &pressed.arguments).await
        });
    }

    /// Adds the button that answers a question with yes.
    pub(crate) fn confirmation<Of: Subject>(&mut self, asked: &'static Confirmation<Of>) {
        self.update(asked.action, move |call, pressed| async move {
            asked.confirmed(&call, &pressed.arguments).await
        });
    }

    /// Adds a button whose reply takes the place of the message that it sits on.
    fn update<W>(
        &mut self,
        action: &'static str,
        run: impl Fn(Call, Pressed) -> W + Clone + Send + Sync + 'static,
    ) where
        W: Future<Output = Result<Reply, Failure>> + Send + 'static,
    {
        self.button(action, DeferMode::Update, move |call, pressed| {
            let reply = run(call, pressed);
            async move { Ok(Answer::Update(reply.await?)) }
        });
    }

    /// Adds a modal.
    pub(crate) fn modal<W>(
        &mut self,
        action: &'static str,
        mode: DeferMode,
        run: fn(Call, Submitted) -> W,
    ) where
        W: Future<Output = Outcome> + Send + 'static,
    {
        let run: Run<_, _> = Arc::new(move |call, submitted| Box::pin(run(call, submitted)));
        let earlier = self.modals.insert(action, Modal { run, mode });
        assert!(earlier.is_none(), "two modals with the action {action}");
    }

    /// The commands as they are registered with Discord.
    pub(crate) fn definitions(&self) -> Vec<Definition> {
        self.commands
            .iter()
            .map(|command| command.definition.clone())
            .collect()
    }

    /// The commands about a topic.
    pub(crate) fn about(&self, topic: Topic) -> Vec<&Definition> {
        let about = self.commands.iter().filter(|it| it.topic == topic);
        about.map(|command| &command.definition).collect()
    }

    /// Finds the handler; its work starts when it is polled.
    pub(crate) fn route(&self, call: Call, kind: InteractionType, data: InteractionData) -> Routed {
        match (kind, data) {
            (InteractionType::ApplicationCommand, InteractionData::ApplicationCommand(data)) => {
                self.route_command(call, *data)
            }
            (
                InteractionType::ApplicationCommandAutocomplete,
                InteractionData::ApplicationCommand(data),
            ) => self.route_autocomplete(call, *data),
            (_, InteractionData::MessageComponent(data)) => self.route_button(call, &data),
            (_, InteractionData::ModalSubmit(data)) => self.route_modal(call, *data),
            _ => failed(Failure::UnknownCommand),
        }
    }

    fn find(&self, name: &str) -> Option<&Command> {
        self.commands
            .iter()
            .find(|command| command.definition.name == name)
    }

    fn route_command(&self, call: Call, data: CommandData) -> Routed {
        match self.find(&data.name) {
            Some(command) => Routed::Answer(command.start(call, data), command.mode),
            None => failed(Failure::UnknownCommand),
        }
    }

    fn route_autocomplete(&self, call: Call, data: CommandData) -> Routed {
        let typed = Typed::read(&data.options);
        let suggester = self
            .find(&data.name)
            .and_then(|command| command.suggesters.find(&typed.subcommand, &typed.option));
        match suggester {
            Some(suggester) => Routed::Choices(Box::pin(suggester.choices(call, typed))),
            None => Routed::Choices(Box::pin(std::future::ready(Choices::new()))),
        }
    }

    fn route_button(&self, call: Call, data: &MessageComponentInteractionData) -> Routed {
        let Some((action, arguments)) = custom_id::read(&data.custom_id) else {
            return failed(Failure::Outdated);
        };
        match self.buttons.get(action) {
            Some(button) => Routed::Answer((button.run)(call, Pressed { arguments }), button.mode),
            None => failed(Failure::Outdated),
        }
    }

    fn route_modal(&self, call: Call, data: ModalInteractionData) -> Routed {
        let Some((action, arguments)) = custom_id::read(&data.custom_id) else {
            return failed(Failure::Outdated);
        };
        let Some(Modal { run, mode }) = self.modals.get(action) else {
            return failed(Failure::Outdated);
        };
        let mut fields = HashMap::new();
        collect_fields(data.components, &mut fields);
        Routed::Answer(run(call, Submitted { arguments, fields }), *mode)
    }
}

fn failed(failure: Failure) -> Routed {
    Routed::Answer(
        Box::pin(std::future::ready(Err(failure))),
        DeferMode::Ephemeral,
    )
}

fn collect_fields(components: Vec<ModalInteractionComponent>, into: &mut HashMap<String, String>) {
    for component in components {
        match component {
            ModalInteractionComponent::Label(label) => collect_fields(vec![*label.component], into),
            ModalInteractionComponent::ActionRow(row) => collect_fields(row.components, into),
            ModalInteractionComponent::TextInput(input) => {
                into.insert(input.custom_id, input.value);
            }
            _ => {}
        }
    }
}
