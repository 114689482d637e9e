### Words of the interface in French, as far as the test asks for them; the others are taken from English.
skip = Aller au texte
language-name = Français
languages = Langues
home = Accueil
themes = Thèmes
documents = Documents
voices = Intervenants
claims = Énoncés
terms = Termes
who-speaks = Qui parle
questions = Questions
state-described = décrit
cell-not-covered = non traité
silence-about = Aucun document n’y répond pour { $side }.
statements =
    { $count ->
        [one] { $count } énoncé
       *[other] { $count } énoncés
    }
not-found = Cette page n’existe pas
