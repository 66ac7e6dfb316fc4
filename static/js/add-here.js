// The address ends in #add (a shortcut of the installed app): whoever comes wants to write something on the list.
const field = document.querySelector("main .quick-add :is(input, textarea):not([type=hidden])");
const list = document.querySelector("main a[href*='/shopping/lists/']");
if (field) field.focus();
else if (list) location.replace(`${list.href}#add`);
