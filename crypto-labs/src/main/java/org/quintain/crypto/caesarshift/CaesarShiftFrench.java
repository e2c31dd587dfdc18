package org.quintain.crypto.caesarshift;

import java.util.List;
import java.util.stream.Stream;

/**
 * The hidden texts in French: short originals written for Quintain, CC BY 4.0, 60 to 160 letters
 * each. Accents, ligatures and typographic apostrophes are those of print; the
 * cipher folds them away.
 *
 * <p>A change here changes issues: it raises the card's content version.
 */
final class CaesarShiftFrench {
    /** The texts, in an order that never changes. An empty line parts two; a line break is a space. */
    static final List<String> TEXTS = Stream.of("""
            Le gardien du phare a fait des crêpes. Il en reste douze. Monte vite, l’escalier est long et elles
            refroidissent.

            La sœur du gardien a caché la clé dans un pot de confiture. Cherche du côté des fraises, au fond du
            placard.

            Le club d’échecs se réunit au grenier le mardi. Les débutants sont les bienvenus, et les gâteaux aussi.

            Notre robot balaie la cour chaque matin. Il range les feuilles en forme de cœur, personne ne sait
            pourquoi.

            Le poisson rouge a changé d’aquarium. Il lui faut trois jours pour retrouver le chemin de son château.

            Regarde sous le troisième banc du jardin. Une boîte en fer y garde l’indice suivant.

            À marée basse, un chemin de pierres plates mène à l’île. Pars tôt et reviens avant midi.

            La leçon de natation est annulée. Un canard s’est installé dans le bassin et refuse de partir.

            Un garçon a perdu une moufle rayée près de la cantine. Elle l’attend au chaud sur le radiateur.

            Les poules du collège ont pondu quarante œufs cette semaine. On les vend à la sortie, devant la grille.

            Ce soir, la lampe du phare clignotera sept fois. Cela voudra dire que le bateau aux oranges arrive.

            Ne tapez pas sur la vitre, la vieille tortue fait la sieste. Elle rêve sûrement de salade.

            J’ai glissé le plan dans le piano. Joue la note la plus grave et tends l’oreille.

            Rendez-vous à la fontaine quand l’horloge sonnera cinq heures. Je porterai une écharpe jaune.

            Le hérisson de la scène ne sort que si les comédiens se taisent. Répétez donc en chuchotant.

            Compte les fenêtres du vieux moulin. Fais autant de pas vers le nord, puis creuse près de la haie.

            Qui a peint une minuscule porte rouge sur le chêne du parc\u202F? Les écureuils font déjà la queue.

            Jeudi, il neigera peut-être. Prends un livre pour le car et une deuxième paire de chaussettes.

            Mon oncle répare des horloges. Dans son atelier, il est toujours midi quelque part.

            Le robot cuisinier réussit très bien la soupe. Il oublie seulement d’enlever la louche.

            Un crabe cherche une coquille plus grande. La sienne serre un peu depuis le goûter de dimanche.

            Le quiz a lieu mardi. Chaque équipe choisit un nom, quatre joueurs et un chapeau ridicule.

            Derrière le gymnase, nous avons planté un pommier. Dans dix ans, d’autres élèves cueilleront les fruits.

            La méduse n’a ni cerveau ni os. Pourtant, la nôtre sait toujours quand vient l’heure du repas.

            Le trésor n’est pas en or. C’est une boîte pleine de lettres, et chacune commence par ton prénom.

            Prends le sentier aux cailloux blancs. Après le pont, frappe à la porte ornée d’un renard.

            Quand la brume est épaisse, le gardien sonne une cloche. Les mouettes ont appris à chanter avec elle.

            Le chat de la bibliothèque a eu quatre petits. Lisez tout bas et surveillez vos lacets.

            Un hibou niche dans la cloche de l’école. Pour l’instant, c’est un tambour qui annonce la récréation.

            Mon volcan en carton fonctionne enfin. Il sent le vinaigre, mais le jury a beaucoup applaudi.

            La lune brillait si fort que le coq s’est trompé d’heure. Tout le village a bâillé jusqu’au soir.

            Apporte une lampe, une corde et du pain d’épices. La grotte est petite, mais la route est longue.

            Le robot numéro huit s’est encore égaré. Si tu le croises, montre-lui gentiment l’ascenseur.

            La façade du phare sera repeinte au printemps. Vote pour tes couleurs sur l’affiche du hall.

            Un message dort dans la bouteille, en haut de l’étagère. Monte sur l’échelle et fais-toi aider.

            Nos abeilles ont rempli quarante pots de miel. Le premier est pour la dame qui a prêté son verger.

            Le bateau de ma cousine s’appelle Courgette. Il est vert, il est lent, et il n’a jamais coulé.

            L’hippocampe de l’aquarium s’accroche à une brosse à dents. Il la prend pour une algue très chic.

            Samedi, on observe les étoiles sur la colline. Inscris-toi au tableau et n’oublie pas ta couverture.

            Le vœu le plus drôle sera lu à la fête. Écris le tien sur un ruban et noue-le à l’arbre de la cour.

            Le ballon météo a atterri dans un champ de citrouilles. La fermière l’a rendu avec une tarte.

            Zoé le robot joue du xylophone au kiosque. Un ouistiti ébahi l’accompagne au kazoo.

            Un koala, deux yacks et un wapiti jouent au bowling. Le koala gagne, mais il s’endort sur la piste.

            Deux et deux font quatre, dit le robot. Puis il réfléchit longtemps et demande pourquoi.

            J’aperçois un reçu dans la poche du manteau. Au dos, quelqu’un a dessiné la tour et une flèche.

            Le nœud du cordage cache un petit papier. Défais-le sans te presser, il a résisté à dix tempêtes.

            La pièce de théâtre commence à huit heures. Le dragon cherche encore une paire de bottes à sa taille.

            Si tu lis cette phrase, tu as percé un chiffre vieux de deux mille ans. Bravo, et passe le mot\u202F!
            """.split("\n\n"))
            .map(text -> text.strip().replace('\n', ' '))
            .toList();

    private CaesarShiftFrench() {}
}
