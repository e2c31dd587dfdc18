package org.quintain.crypto.caesarshift;

import java.util.List;
import java.util.stream.Stream;

/**
 * The hidden texts in English: short originals written for Quintain, CC BY 4.0, 60 to 160 letters
 * each.
 *
 * <p>A change here changes issues: it raises the card's content version.
 */
final class CaesarShiftEnglish {
    /** The texts, in an order that never changes. An empty line parts two; a line break is a space. */
    static final List<String> TEXTS = Stream.of("""
            The lighthouse keeper has baked two loaves of bread. One of them is for you. Follow the smell up the
            stairs.

            Our robot can water the plants, but it is afraid of the cat. Please keep the door of the greenhouse
            shut.

            The blue fish hides behind the little castle every morning. Feed it last, or it will eat for three.

            Choir practice moves to the music room on Friday. Bring your own glass of water and a warm voice.

            Look under the third bench in the garden. There you will find a tin box with the next clue.

            Somebody has left a green umbrella in the library. It is waiting for its owner beside the globe.

            At low tide a path of flat stones leads to the island. Start early and be back before noon.

            The small robot has learned to whistle. It knows only one tune, and it plays it all day long.

            Count the windows of the old mill. Walk that many steps to the north and dig beside the fence.

            The chess club meets in the cellar after lunch. Beginners are welcome, and so is your grandmother.

            Tonight the lamp of the lighthouse will blink seven times. That means the boat with the oranges is
            coming.

            Please do not tap on the glass. The old turtle is asleep and has very strange dreams.

            I hid the map inside the piano. Play the lowest note and listen for a rustle of paper.

            The school bees made forty jars of honey this year. You can buy one at the door of the kitchen.

            Our weather balloon landed in a field of pumpkins. The farmer gave it back with a smile and a pie.

            Meet me at the fountain when the clock strikes five. I will wear a yellow scarf and carry a kite.

            The moon was so bright last night that the rooster woke up too soon. He crowed until nobody could sleep.

            A hedgehog lives under the stage of the theatre. It comes out when the actors are very quiet.

            The key to the boathouse hangs behind the picture of the whale. Put it back when you have finished.

            Robot number six is lost again. If you meet it in the corridor, tell it kindly where the lift is.

            Snow is expected on Thursday. The bus will be late, so bring a book and an extra pair of socks.

            We planted an apple tree behind the gym. In ten years the pupils of this school can pick the fruit.

            The crab has moved into a bigger shell. Its old house is free, and a shrimp is already looking at it.

            Write your name on the list if you want to see the stars. We climb the hill as soon as it is dark.

            Captain Maple lost a mitten between the harbour and the bakery. The finder may choose a cake.

            The second clue is written on the bottom of a flower pot. Be careful, because the pot is full of rain.

            Nobody knows who paints the tiny doors on the trees in the park. Yesterday there was a new one, in red.

            The science fair opens on Saturday. My volcano works, but it smells like vinegar and old cheese.

            Lend me your telescope for one night. I want to find out whether the ship has a dog on board.

            Our train set has a new bridge. It is made of rulers, and it can carry three oranges and a mouse.

            When the fog is thick, the keeper rings a bell every minute. The gulls have learned to sing along.

            The swimming lesson is cancelled because a duck has moved into the pool. We will try again on Monday.

            Take the path with the white pebbles. After the second gate, knock on the door with the brass fox.

            The robot cook makes good soup. It only forgets, now and then, to take the spoon out of the pot.

            There is a message in the bottle on the top shelf. Use the ladder, and ask somebody to hold it.

            My aunt repairs clocks. In her workshop it is always noon somewhere, and never quiet.

            The quiz is on Wednesday at six. Each team needs a name, four players and something to eat.

            Jellyfish have no brain and no bones. Even so, ours always knows when it is time for dinner.

            The treasure is not gold. It is a box of letters, and every one of them begins with your name.

            Six quick zebras juggle on a foggy jetty. A puzzled ox gazes at them and gives a lazy yawn.

            The lift doesn't work, so the robot takes the stairs. Please be patient with it on Tuesday mornings.

            Don't forget to take off your boots. The floor of the lantern room was polished this morning.

            The library cat has had kittens behind the atlases. Please read quietly and mind your shoelaces.

            Bring a torch, a rope and some ginger biscuits. The cave isn't deep, but the walk is long.

            The new axolotl has no name yet. Drop your idea into the jar on the windowsill by Friday.

            An owl has made its nest in the school bell. For now, a pupil with a drum tells us when lessons end.

            The tall lamp by the pier is broken. Until it works again, we hang a jar of candles in the window.

            If you can read this line, you have beaten a cipher that is two thousand years old. Well done!
            """.split("\n\n"))
            .map(text -> text.strip().replace('\n', ' '))
            .toList();

    private CaesarShiftEnglish() {}
}
