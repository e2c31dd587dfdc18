package org.quintain.crypto.vigenereunknownlength;

import java.util.List;
import java.util.stream.Stream;

/**
 * The passages of the notebook in English: short originals written for Quintain, CC BY 4.0, 228 to 269 letters each,
 * 4,400 in all.
 *
 * <p>A change here changes issues: it raises the card's content version.
 */
final class VigenereUnknownLengthEnglish {
    /** The passages, in an order that never changes. An empty line parts two; a line break is a space. */
    static final List<String> PASSAGES = Stream.of("""
            The night shift at the small observatory begins with a pot of tea. Somebody winds the old clock,
            somebody sweeps the leaves from the rails of the dome, and the youngest of us reads the barometer aloud.
            Only then do we open the roof. The first star is always a surprise, even when we know exactly where it
            ought to stand.

            My grandmother repaired accordions in a workshop behind the station. She claimed that every instrument
            has one note that it would rather not play, and that a good repairer finds it within the first minute. I
            have inherited her screwdrivers and her patience, but the difficult note still hides from me until late
            in the afternoon.

            The ferry to the island carries more vegetables than people. On market days you can hardly see the deck
            for crates of leeks and cabbages, and the captain steers by leaning over a wall of pumpkins. Nobody
            minds. We have learned that a crossing with good food on board is never too long.

            Our weather station is a box on four legs in the middle of the football field. Twice a day a pupil walks
            across the grass, opens the little door and writes down the temperature. In eleven years we have missed
            nine readings, all of them on days when there was a match that nobody wanted to interrupt.

            The librarian keeps a list of the strange things that people use as bookmarks. She has found train
            tickets, a slice of dried apple, the string of a guitar and a letter that was never sent. She returns
            them whenever she can. The letter, she says, is the only one that she has read no further than the first
            line.

            When the river froze, the two halves of the town could visit each other without the bridge. Children
            drew a map of the ice with the safe paths in green and the thin places in red. By the end of the week
            the map hung in the town hall, and the engineers had added two of their own measurements to it.

            The robot that cleans the corridor has learned to wait. When a class comes out it rolls aside, dims its
            lamp and counts to sixty. The physics teacher measured it with a stopwatch and found that it counts a
            little slowly on Mondays. Nobody programmed this, and so we opened an inquiry with graphs and a great
            deal of laughter.

            Behind the greenhouse there is a heap of broken pots that no gardener wants to throw away. The curved
            pieces make drainage for the new plants, the flat ones carry labels, and the dust goes into the clay for
            next year. It took me a whole summer to see that the heap was the most valuable thing in the garden.

            Every spring the school orchestra plays one concert for the people who live beside the practice rooms.
            They have heard each mistake a hundred times, so they get the first seats and the largest pieces of
            cake. Last year a neighbour stood up and conducted the slow movement by heart, and she did not miss a
            single entry.

            The mountain hut has no telephone. Messages travel in a tin that swings from the cable of the goods
            lift, and the answer arrives with the bread on the next morning. You would think that people say less in
            this way. In truth they choose their words, and some of the notes are copied into the visitors' book.

            A baker in our street draws a different animal on every loaf. He began with a snail because it was easy,
            and went on through the whole of the farm. This month he has reached the deep sea. The queue grows
            longer, the cuts grow finer, and last week I carried home a bread with the face of a lantern fish.

            To measure the height of the lighthouse without climbing it we needed a stick, a sunny day and somebody
            who could keep still. The shadow of the stick gave us the scale, and the shadow of the tower gave us the
            rest. Our answer was wrong by the length of one shoe, which belonged to the person who had moved.

            The village museum owns a machine that nobody understands. It has a crank, three bells and a drawer full
            of numbered cards, and the label says only that it was a gift. Visitors are invited to write down their
            guesses. So far the most popular idea is a device for choosing what to cook, and it has been right
            twice.

            Our chess club met a team of retired train drivers by letter. One game lasted the entire winter, because
            a card with the decisive move was delivered to the wrong valley. They offered us a draw and we accepted
            it with pleasure. Since then both teams write their moves in large figures and add a drawing of the
            weather.

            The bees came back to the roof of the gymnasium in the second week of April. We count them for ten
            minutes at noon, with one person for those that leave and one for those that return. The numbers never
            agree. Our teacher is delighted with this and asks us each time where the missing bees could be.

            In the harbour there is a crane that has not moved for thirty years, and a pair of gulls has built on
            its highest wheel. When the city wanted to take it down the schoolchildren sent a plan of the nest with
            every egg marked. The crane is still standing, and on windy days its hook rings like a quiet bell.

            I keep a notebook of the sounds that I hear before breakfast. There is the lift that sighs on the third
            floor, the milk van that reverses in the key of G, and a blackbird who has copied the bell of a bicycle.
            On the first page I wrote that our street is silent, and I have left the sentence as a warning.

            The theatre group needed rain for the last scene and had no money for it. We tried rice on a drum,
            gravel in a tray and forty people tapping on their knees. In the end the real thing arrived through a
            hole above the stage, exactly on the right line, and the audience applauded the engineer whom we did not
            have.
            """.split("\n\n"))
            .map(passage -> passage.strip().replace("\n", " "))
            .toList();

    private VigenereUnknownLengthEnglish() {}
}
