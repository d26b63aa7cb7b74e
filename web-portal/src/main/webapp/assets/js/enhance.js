// Small comforts for the admin portal. Every page works without them; one failing stops no other.
const parts = ['charts', 'copy-button', 'filters', 'keyboard', 'live', 'local-time', 'selection'];

for (const part of parts) {
  import(`./${part}.js`).catch((failure) => console.error(part, failure));
}
