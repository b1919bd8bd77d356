// Shows the operations that people and their programs may call, by Swagger UI.
"use strict";

// It has a dark look, but does not ask what the system is set to.
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const look = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", look);
look();

// Its own filter compares names of tags only, letter by letter.
const filterByWords = () => ({
  fn: {
    opsFilter: (tags, phrase) => {
      const words = phrase.toLowerCase().split(/\s+/);
      const fits = (tag) => (entry) => {
        const operation = entry.get("operation");
        const text = [tag, entry.get("method"), entry.get("path"), operation.get("operationId"), operation.get("summary")];
        const searched = text.join(" ").toLowerCase();
        return words.every((word) => searched.includes(word));
      };
      return tags
        .map((tag, name) => tag.update("operations", (operations) => operations.filter(fits(name))))
        .filter((tag) => tag.get("operations").size > 0);
    },
  },
});

window.SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#swagger-ui",
  plugins: [filterByWords],
  filter: true,
  deepLinking: true,
  docExpansion: "list",
  // Each operation shows the schemas that it uses.
  defaultModelsExpandDepth: -1,
  displayRequestDuration: true,
  // The token stays in this browser until somebody presses "Logout" in the box.
  persistAuthorization: true,
});
