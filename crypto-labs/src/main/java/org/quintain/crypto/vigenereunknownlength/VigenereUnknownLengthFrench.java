package org.quintain.crypto.vigenereunknownlength;

import java.util.List;
import java.util.stream.Stream;

/**
 * The passages of the notebook in French: short originals written for Quintain, CC BY 4.0, 242 to 255 letters each,
 * 4,479 in all. Accents, ligatures and typographic apostrophes are those of print; the cipher
 * folds them away.
 *
 * <p>A change here changes issues: it raises the card's content version.
 */
final class VigenereUnknownLengthFrench {
    /** The passages, in an order that never changes. An empty line parts two; a line break is a space. */
    static final List<String> PASSAGES = Stream.of("""
            Le club d’astronomie se réunit au sommet de la tour, là où la lumière de la ville gêne le moins. On y
            monte par un escalier de cent douze marches, avec des couvertures, une carte du ciel et un thermos de
            soupe. La plus jeune membre du club a le droit d’ouvrir la coupole, et elle ne céderait sa place pour
            rien au monde.

            Ma voisine élève des escargots sur son balcon et note leurs progrès dans un cahier à carreaux. Le plus
            rapide a parcouru la longueur d’une règle en deux minutes, un soir d’orage. Quand on lui demande à quoi
            cela sert, elle répond que personne ne pose cette question aux coureurs, et elle offre une feuille de
            laitue.

            Le train de la vallée s’arrête chaque matin devant une gare où personne ne monte. Le conducteur descend,
            arrose les géraniums, regarde l’heure et repart. Un jour, nous avons voulu connaître la raison de cet
            arrêt. Elle tenait en une ligne du règlement, que tout le monde avait oubliée, sauf lui et les fleurs.

            À la bibliothèque, un rayon entier est réservé aux livres rendus en retard. Le plus ancien est revenu
            après quarante ans, dans une enveloppe sans nom, avec un mot d’excuse et une recette de tarte aux
            prunes. La directrice a effacé l’amende. Depuis, chaque automne, l’équipe prépare cette tarte et invite
            les lecteurs.

            Notre robot jardinier connaît trois gestes\u202F: avancer, tourner, arroser. Avec ces trois gestes, il a
            dessiné une spirale de radis au milieu de la pelouse. Les uns parlent d’une erreur de programme, les
            autres d’une œuvre. Le professeur de technologie refuse de trancher et nous a demandé de retrouver la
            ligne de code.

            Pour mesurer la profondeur du lac, la classe a fabriqué une corde avec un nœud tous les mètres et un
            caillou au bout. Nous avons compté vingt-trois nœuds, puis la corde est devenue légère\u202F: le caillou
            était tombé. La mesure figure quand même sur notre carte, suivie d’un point d’interrogation et d’un
            dessin de poisson.

            La boulangère du quartier écrit une devinette au dos de chaque sac de pain. La réponse se trouve sur le
            sac du lendemain, ce qui oblige les curieux à revenir. Hier, la question portait sur un objet qui
            grandit quand on lui enlève quelque chose. Toute la rue en a parlé, et le fleuriste a trouvé avant midi.

            Au musée de la mer, une horloge indique la marée au lieu de l’heure. Son aiguille fait presque deux
            tours par jour et ne dort jamais. Les enfants du port savent la lire avant de connaître les minutes. Ils
            disent que l’on déjeune à mi-marée descendante, et leurs parents ont fini par donner rendez-vous de la
            même façon.

            L’orchestre du lycée possède une contrebasse si grande qu’elle ne passe plus par la porte de la salle.
            Elle y est entrée avant les travaux, voilà longtemps, et y restera. On répète donc autour d’elle, comme
            autour d’un vieil arbre. Le jour du concert, c’est le public qui vient, un peu serré, écouter dans la
            salle.

            La cabane du garde se trouve à deux heures de marche du dernier village. En hiver, le courrier arrive
            par un câble, dans une boîte de fer qui descend en grinçant. Le garde répond le soir même. Ses lettres
            commencent toujours par la hauteur de la neige et finissent par le nom de l’oiseau qu’il a vu en
            premier.

            Les abeilles du toit ont quitté leur ruche un mardi, au beau milieu d’un contrôle d’histoire. Nous les
            avons retrouvées sur la selle d’un vélo, serrées comme une grappe de raisin noir. L’apicultrice est
            venue avec une caisse et beaucoup de calme. Le propriétaire du vélo est rentré à pied, fier comme
            jamais.

            Mon frère collectionne les mots qui n’existent que dans notre famille. Il y en a un pour la dernière
            gorgée de chocolat, un autre pour la chaussette qui glisse dans la botte. Son dictionnaire compte déjà
            soixante entrées, classées avec soin. Ma grand-mère en conteste la moitié, mais elle utilise toutes les
            autres.

            Le vieux moulin ne tourne plus que pendant la fête du village. Il faut alors six personnes pour pousser
            les ailes, une septième pour crier et une huitième pour surveiller la meule. La farine obtenue tient
            dans une tasse. On en fait un seul gâteau, coupé en parts si fines que chacun voit la lumière au
            travers.

            Sur la place du marché, un marchand de légumes range ses caisses selon les couleurs de l’arc-en-ciel. Le
            violet lui donne du souci en hiver, et il cherche alors des betteraves jusque dans les communes
            voisines. Il dit que ses clients achètent mieux quand leurs yeux sont contents, et personne ne l’a
            encore contredit.

            La troupe de théâtre voulait un orage pour le dernier acte. Nous avons secoué une plaque de tôle, versé
            des lentilles dans un tube et éteint les lampes une par une. Le soir de la première, un véritable orage
            a éclaté au même instant. Les spectateurs ont félicité la technique, qui n’avait plus rien à faire.

            Pendant la panne d’électricité, les habitants de l’immeuble ont découvert que leurs murs étaient minces.
            Au quatrième, quelqu’un jouait de la flûte\u202F; au deuxième, on chantait juste\u202F; au premier, on
            racontait une histoire de baleine. Quand la lumière est revenue, il y eut un long silence, puis une voix
            demanda la fin.

            Au bord du canal, l’éclusier tient un registre de tout ce qui passe\u202F: les péniches, les canoës, les
            cygnes et une fois une armoire. Il inscrit l’heure et le sens du voyage. En relisant dix années de ce
            registre, des élèves ont montré que les cygnes remontent le courant surtout le dimanche, et nul ne sait
            pourquoi.

            Notre classe correspond avec une école située sur une île. Les lettres mettent une semaine, parfois deux
            quand le vent souffle du nord. Nous leur avons envoyé des châtaignes et un plan du métro, ils nous ont
            répondu avec du sable de cinq plages. Il est noir, rose, blanc, gris, et le dernier brille la nuit.
            """.split("\n\n"))
            .map(passage -> passage.strip().replace("\n", " "))
            .toList();

    private VigenereUnknownLengthFrench() {}
}
