//! One table: command name, button action or modal action -> handler.

mod typed;

pub(crate) use typed::Typed;

use crate::{
    answer::{Answer, Choices, Failure},
    call::Call,
    custom_id,
};
use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc};
use twilight_interactions::command::{CommandInputData, CommandModel, CreateCommand};
use twilight_model::application::{
    command::Command as Definition,
    interaction::{
        InteractionData, InteractionType,
        application_command::CommandData,
        message_component::MessageComponentInteractionData,
        modal::{ModalInteractionComponent, ModalInteractionData},
    },
};

/// A handler at work.
pub(crate) type Work<T> = Pin<Box<dyn Future<Output = T> + Send>>;
/// What most handlers come to.
pub(crate) type Outcome = Result<Answer, Failure>;

type Run<Input, T> = Arc<dyn Fn(Call, Input) -> Work<T> + Send + Sync>;

/// Everything that can be asked of the bot.
#[derive(Default)]
pub(crate) struct Dispatch {
    commands: Vec<Command>,
    buttons: HashMap<&'static str, Button>,
    modals: HashMap<&'static str, Modal>,
}

struct Command {
    definition: Definition,
    run: Run<CommandInputData<'static>, Outcome>,
    complete: Option<Run<Typed, Choices>>,
    later: Later,
}

impl Command {
    /// Runs it, with what is meant in the place of what was typed without picking a suggestion.
    /// What stays as it was the handler refuses, in words of its own.
    fn start(&self, call: Call, mut data: CommandData) -> Work<Outcome> {
        let unpicked = typed::unpicked(&self.definition.options, &data.options);
        let complete = self.complete.clone().filter(|_| !unpicked.is_empty());
        let Some(complete) = complete else {
            return (self.run)(call, data.into());
        };
        let run = self.run.clone();
        Box::pin(async move {
            for option in unpicked {
                let typed = Typed::sent(&data.options, &option);
                let choices = complete(call.for_suggestions(), typed.clone()).await;
                // The suggestions for what follows may depend on this one.
                let Some(value) = typed.meant(choices) else {
                    break;
                };
                typed::fill(&mut data.options, &option, &value);
            }
            run(call, data.into()).await
        })
    }
}

struct Button {
    run: Run<Pressed, Outcome>,
    later: Later,
}

struct Modal {
    run: Run<Submitted, Outcome>,
    later: Later,
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
pub(crate) enum Later {
    /// A new message that only the member sees.
    Message,
    /// A new message that everybody in the channel sees; what went wrong only the member sees.
    Public,
    /// A change of the message that the button sits on.
    Update,
    /// Nothing: the answer is a form, which asks nobody and cannot be deferred.
    Never,
}

/// What an interaction asks for.
pub(crate) enum Routed {
    /// An answer.
    Answer(Work<Outcome>, Later),
    /// Suggestions.
    Choices(Work<Choices>),
}

impl Dispatch {
    /// Adds a command.
    pub(crate) fn command<M, W>(&mut self, run: fn(Call, M) -> W)
    where
        M: CommandModel + CreateCommand + 'static,
        W: Future<Output = Outcome> + Send + 'static,
    {
        let run: Run<_, _> = Arc::new(move |call, input| match M::from_interaction(input) {
            Ok(options) => Box::pin(run(call, options)),
            Err(error) => Box::pin(std::future::ready(Err(error.into()))),
        });
        let definition = M::create_command().into();
        self.commands.push(Command {
            definition,
            run,
            complete: None,
            later: Later::Message,
        });
    }

    /// Adds suggestions to the command that was added last.
    pub(crate) fn autocomplete<W>(&mut self, complete: fn(Call, Typed) -> W)
    where
        W: Future<Output = Choices> + Send + 'static,
    {
        self.last_command().complete =
            Some(Arc::new(move |call, typed| Box::pin(complete(call, typed))));
    }

    /// The command that was added last answers in public.
    pub(crate) fn in_public(&mut self) {
        self.last_command().later = Later::Public;
    }

    fn last_command(&mut self) -> &mut Command {
        self.commands.last_mut().expect("a command was added")
    }

    /// Adds a button.
    pub(crate) fn button<W>(
        &mut self,
        action: &'static str,
        later: Later,
        run: fn(Call, Pressed) -> W,
    ) where
        W: Future<Output = Outcome> + Send + 'static,
    {
        let run: Run<_, _> = Arc::new(move |call, pressed| Box::pin(run(call, pressed)));
        let earlier = self.buttons.insert(action, Button { run, later });
        assert!(earlier.is_none(), "two buttons with the action {action}");
    }

    /// Adds a modal.
    pub(crate) fn modal<W>(
        &mut self,
        action: &'static str,
        later: Later,
        run: fn(Call, Submitted) -> W,
    ) where
        W: Future<Output = Outcome> + Send + 'static,
    {
        let run: Run<_, _> = Arc::new(move |call, submitted| Box::pin(run(call, submitted)));
        let earlier = self.modals.insert(action, Modal { run, later });
        assert!(earlier.is_none(), "two modals with the action {action}");
    }

    /// The commands as Discord is told of them.
    pub(crate) fn definitions(&self) -> Vec<Definition> {
        self.commands
            .iter()
            .map(|command| command.definition.clone())
            .collect()
    }

    /// Finds who answers; the work starts when it is polled.
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
            Some(command) => Routed::Answer(command.start(call, data), command.later),
            None => failed(Failure::UnknownCommand),
        }
    }

    fn route_autocomplete(&self, call: Call, data: CommandData) -> Routed {
        let complete = self
            .find(&data.name)
            .and_then(|command| command.complete.as_ref());
        match complete {
            Some(complete) => Routed::Choices(complete(call, Typed::read(&data.options))),
            None => Routed::Choices(Box::pin(std::future::ready(Choices::new()))),
        }
    }

    fn route_button(&self, call: Call, data: &MessageComponentInteractionData) -> Routed {
        let Some((action, arguments)) = custom_id::read(&data.custom_id) else {
            return failed(Failure::Outdated);
        };
        match self.buttons.get(action) {
            Some(button) => Routed::Answer((button.run)(call, Pressed { arguments }), button.later),
            None => failed(Failure::Outdated),
        }
    }

    fn route_modal(&self, call: Call, data: ModalInteractionData) -> Routed {
        let Some((action, arguments)) = custom_id::read(&data.custom_id) else {
            return failed(Failure::Outdated);
        };
        let Some(Modal { run, later }) = self.modals.get(action) else {
            return failed(Failure::Outdated);
        };
        let mut fields = HashMap::new();
        collect_fields(data.components, &mut fields);
        Routed::Answer(run(call, Submitted { arguments, fields }), *later)
    }
}

fn failed(failure: Failure) -> Routed {
    Routed::Answer(Box::pin(std::future::ready(Err(failure))), Later::Message)
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
