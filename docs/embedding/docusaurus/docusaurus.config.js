// `staticDirectories` is Docusaurus's own default: `static/asyncplay` becomes `/asyncplay`.
module.exports = {
  title: "Notes on asyncio",
  url: "https://example.org",
  baseUrl: "/",
  stylesheets: ["/asyncplay/embed.css"],
  scripts: [{src: "/asyncplay/embed.js", defer: true}],
  presets: [["classic", {docs: {routeBasePath: "/"}, blog: false}]],
};
