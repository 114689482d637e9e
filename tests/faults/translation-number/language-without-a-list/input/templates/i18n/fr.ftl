### The words of the interface in French, of which a check needs none.

skip = Aller au texte
language-name = Français
