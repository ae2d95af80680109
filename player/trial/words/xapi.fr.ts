/** Findings about xAPI, in French. */

import type { WordsOf, XAPI } from '../findings';

export const XAPI_FR: WordsOf<typeof XAPI> = {
  launch: {
    title: 'Lancement',
    asked: 'Lire dans l’adresse ce que la plateforme donne.',
    said: {
      cmi5: ['Lancement cmi5.', 'Rien à régler.'],
      tincan: ['Lancement Tin Can.', 'Rien à régler.'],
      none: ['Aucun dépôt d’apprentissage n’est nommé.', 'Rien ne sera suivi. Ouvrez l’essai depuis l’activité xAPI ou cmi5 de la plateforme; sinon, prenez le paquet SCORM 1.2.'],
    },
  },
  token: {
    title: 'Jeton de session (cmi5)',
    asked: 'Demander le jeton à l’adresse « fetch », une seule fois.',
    said: {
      yes: ['Reçu.', 'Rien à régler.'],
      kept: ['Déjà reçu : la page a été rechargée.', 'Rien à régler.'],
      no: ['Pas de jeton (réponse {0}).', 'Rien ne sera suivi. Rouvrez depuis la plateforme : un jeton ne sert qu’une fois.'],
    },
  },
  person: {
    title: 'Personne et inscription',
    asked: 'Lire actor et registration, dont la valeur n’est ni montrée ni copiée.',
    said: {
      both: ['Les deux sont présents.', 'Rien à régler.'],
      actor: ['La personne est nommée, l’inscription ne l’est pas.', 'Deux inscriptions au même module partagent leur état.'],
      none: ['La personne n’est pas nommée comme il faut.', 'Rien ne sera suivi : c’est à corriger dans la plateforme.'],
    },
  },
  reach: {
    title: 'Accès au dépôt',
    asked: 'Joindre le dépôt d’apprentissage ({0}).',
    said: {
      same: ['Il répond, sous la même origine.', 'Rien à régler.'],
      other: ['Il répond, sous une autre origine, qui le permet (CORS).', 'Rien à régler.'],
      origin: ['Il est là, mais refuse cette page (CORS).', 'Rien ne sera suivi. L’administrateur du dépôt doit permettre l’origine de la plateforme, ses en-têtes, et exposer ETag.'],
      no: ['Il ne répond pas.', 'Rien ne sera suivi. Vérifiez son adresse, son certificat et le pare-feu.'],
    },
  },
  data: {
    title: 'Données de lancement (cmi5)',
    asked: 'Lire LMS.LaunchData, puis les préférences.',
    said: {
      normal: ['Mode « {0} », note de passage {1}.', 'Rien à régler.'],
      looking: ['Mode « {0} », note de passage {1}.', 'Un module ouvert ainsi se consulte et n’envoie aucun résultat. Ouvrez l’essai avec un compte d’apprenant.'],
      no: ['Illisibles (réponse {0}).', 'cmi5 ne permet pas de continuer sans elles : c’est à corriger dans la plateforme.'],
    },
  },
  document: {
    title: 'État',
    asked: 'Écrire un document State avec accents et signes, et le relire.',
    said: {
      kept: ['Écrit et relu, intact.', 'Un module peut reprendre où on l’a laissé.'],
      other: ['Écrit, mais relu autrement.', 'Un module recommencerait à zéro.'],
      refused: ['Refusé (réponse {0}).', 'Un module recommencerait à zéro.'],
    },
  },
  tag: {
    title: 'Version du document (ETag)',
    asked: 'Lire l’en-tête ETag.',
    said: {
      yes: ['Lisible.', 'Rien à régler.'],
      hidden: ['Absent ou caché à la page.', 'Deux onglets pourraient s’écraser. Le dépôt doit exposer ETag (Access-Control-Expose-Headers).'],
    },
  },
  guard: {
    title: 'Écritures simultanées',
    asked: 'Écrire avec If-Match et une version qui n’existe pas; la réponse attendue est 412.',
    said: {
      yes: ['Réponse {0}.', 'Deux onglets ne s’écrasent pas.'],
      no: ['Réponse {0}.', 'Deux onglets pourraient s’écraser. Dites aux apprenants d’en ouvrir un seul.'],
    },
  },
  volume: {
    title: 'Place pour l’état',
    asked: 'Écrire 4 096, 65 536 puis {1} octets et les relire.',
    said: {
      whole: ['{0} relus.', 'Tout module tient.'],
      some: ['{0} relus, pas la taille suivante.', 'Nos modules demandent au plus 32 000 octets : comparez avec « state » dans release.json.'],
      none: ['Aucune de ces tailles.', 'Un module ne pourrait pas reprendre.'],
    },
  },
  begun: {
    title: 'Énoncés',
    asked: 'Envoyer l’énoncé « initialized ».',
    said: {
      yes: ['Accepté.', 'Rien à régler.'],
      no: ['Refusé (réponse {0}).', 'Aucune réponse ni aucun résultat n’arrivera.'],
    },
  },
  reread: {
    title: 'Relecture des énoncés',
    asked: 'Relire cet énoncé.',
    said: {
      yes: ['Relu.', 'Rien à régler.'],
      denied: ['Interdite au contenu.', 'C’est un choix de sécurité courant, sans effet sur nos modules.'],
      no: ['Pas relu (réponse {0}).', 'Un envoi dont la réponse se perd ne peut pas être vérifié.'],
    },
  },
  stored: {
    title: 'Enregistrement',
    asked: 'Laisser l’état pour le prochain lancement.',
    said: {
      yes: ['Accepté.', 'Le prochain lancement dira si tout est vraiment gardé.'],
      no: ['Refusé (réponse {0}).', 'Le travail ne serait pas gardé.'],
    },
  },
  returned: {
    title: 'Reprise de l’état',
    asked: 'Relire les {1} caractères laissés au lancement précédent.',
    said: {
      whole: ['{0} relus, intacts.', 'Un module reprend où on l’a laissé.'],
      cut: ['{0} relus : il en manque, ou ils ont changé.', 'Un module recommencerait à zéro.'],
    },
  },
  farewell: {
    title: 'Enregistrement à la fermeture',
    asked: 'Écrire un dernier mot quand la page se cache, et un autre quand elle part.',
    said: {
      gone: ['Le mot de la fermeture (pagehide) est arrivé.', 'Ce qui est fait juste avant de fermer n’est pas perdu.'],
      hidden: ['Seul le mot d’une page cachée (visibilitychange) est arrivé.', 'Les toutes dernières secondes peuvent se perdre. Dites aux apprenants d’utiliser « Quitter et enregistrer ».'],
      none: ['Rien de ce que la page a envoyé en partant n’est arrivé.', 'Dites aux apprenants d’utiliser « Quitter et enregistrer ».'],
      unseen: ['Aucun mot, et rien ne montre que la page en ait eu le temps.', 'Fermez l’essai, puis rouvrez-le pour le savoir.'],
    },
  },
  ended: {
    title: 'Fin de la session',
    asked: 'Relire l’énoncé « terminated » envoyé à la fermeture.',
    said: {
      yes: ['Arrivé.', 'Les sessions se ferment comme il faut.'],
      denied: ['La relecture est interdite au contenu.', 'Voyez dans le dépôt si « terminated » y est.'],
      no: ['Pas trouvé (réponse {0}).', 'Des sessions pourraient rester ouvertes dans les rapports.'],
    },
  },
  result: {
    title: 'Résultat',
    asked: 'Envoyer « passed » avec 80 sur 100, et « completed ».',
    said: {
      yes: ['Les deux sont acceptés.', 'Vérifiez que le carnet de notes affiche 80 : c’est la preuve que les notes arrivent.'],
      part: ['Accepté : {0}.', 'Des résultats n’arriveraient pas. Si la note de passage de la plateforme dépasse 80 %, « passed » n’est pas envoyé.'],
      looking: ['Rien n’est envoyé : le module est ouvert en consultation.', 'Ouvrez l’essai avec un compte d’apprenant.'],
    },
  },
};
