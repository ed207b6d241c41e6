project = "Notes on asyncio"
extensions = []
html_theme = "alabaster"
html_static_path = ["_static"]
html_css_files = ["asyncplay/embed.css"]
html_js_files = [("asyncplay/embed.js", {"defer": "defer"})]
