// The words that fresh word puzzles are made of: common English words, chosen by hand for this project.

using System.Collections.Frozen;

namespace BootcampEval.Library.Words;

/// <summary>
/// A small hand-written vocabulary, the same on every machine. Puzzles that depend on which words exist say so in their question and name
/// the words, so that it does not matter which dictionary a solver has in mind.
/// </summary>
internal static class Vocabulary
{
    /// <summary>The words of a length, lower case, in ordinal order; none for lengths outside 3 to 10.</summary>
    public static IReadOnlyList<string> OfLength(int length) => ByLength.GetValueOrDefault(length, []);

    /// <summary>Whether a lower-case word is in the vocabulary.</summary>
    public static bool Contains(string word) => All.Contains(word);

    private const string Three = """
        ace act add age ago aid aim air ale all and ant any ape apt arc are ark arm art ash ask ate awe axe bad bag ban bar bat bay bed bee beg
        bet bib bid big bin bit bog boo bow box boy bud bug bun bus but buy cab can cap car cat cob cod cog cop cot cow cry cub cue cup cut dab
        dad dam day den dew did die dig dim din dip doe dog dot dry dub due dug dye ear eat eel egg ego elf elk elm end era eve ewe eye fad fan
        far fat fax fed fee fen few fig fin fir fit fix flu fly foe fog for fox fry fun fur gag gap gas gel gem get gig gin god got gum gun gut
        guy gym had ham has hat hay hem hen her hid him hip his hit hoe hog hop hot how hub hug hum hut ice icy ill imp ink inn ion ire irk its
        ivy jab jam jar jaw jay jet jig job jog jot joy jug keg key kid kin kit lab lad lag lap law lay led leg let lid lie lip lit log lot low
        mad man map mat may men met mid mix mob mop mud mug nab nag nap net new nil nip nod nor not now nun nut oak oar oat odd off oil old one
        opt orb ore our out owe owl own pad pal pan pat paw pay pea peg pen pep per pet pew pie pig pin pit ply pod pop pot pry pub pug pun pup
        put rag ram ran rap rat raw ray red rib rid rig rim rip rob rod rot row rub rug rum run rut rye sad sag sap sat saw say sea see set sew
        shy sip sir sit six ski sky sly sob son sow soy spa spy sub sue sum sun tab tag tan tap tar tax tea ten the thy tie tin tip toe ton too
        top tow toy try tub tug two urn use van vat vet vow wag war was wax way web wed wet who why wig win wit woe won yak yam yes yet you zip
        zoo
        """;

    private const string Four = """
        acid army aunt away axle baby back bake bald ball band bank bare bark barn base bath bead beak beam bean bear beat beef been beer bell
        belt bend bent best bird bite blow blue boat body boil bold bolt bond bone book boot bore born boss both bowl brew bulb bull burn bush
        busy cage cake calf call calm came camp cane card care cart case cash cast cave cell chat chin chip city clap clay clip club coal coat
        code coin cold colt comb come cone cook cool cope copy cord core cork corn cost crab crew crop crow cube curb cure curl damp dare dark
        dart dash date dawn deal dear debt deck deed deep deer desk dial dice dine dirt dish dive dock dole doll dome done door dose dove down
        drag draw drip drop drum duck dull dump dusk dust duty each earn ease east easy edge even ever exit face fact fade fail fair fall fame
        fare farm fast fate fear feed feel feet fell felt fern file fill film find fine fire firm fish fist five flag flat flaw flip flow foal
        foam fold folk fond font food fool foot fore fork form fort foul four frog from fuel full game gate gave gaze gear germ gift give glad
        glow glue goal goat gold golf gone good gown grab gray grew grid grin grip grow gulf gust hail hair half hall halt hand hang hard hare
        harm harp hate have hawk head heal heap hear heat heel held help herb herd here hero hide high hike hill hint hire hive hold hole holy
        home hood hook hope horn hose host hour huge hunt hurt idea inch iron item jail join joke jump just keen keep kick kind king kiss kite
        knee knit knot lace lake lamb lamp land lane last late lawn lead leaf leak lean leap left lend lens less life lift like lime line link
        lion list live load loaf loan lock loft long look loop lord lose loss lost loud love luck lump lung made mail main make male mall mane
        many mark mask mass mast mate maze meal mean meat meet melt mend menu mere mesh mild mile milk mill mind mine mint miss mist moat mode
        mole moon more moss most moth move much mule must nail name near neat neck need nest news next nice nine node none noon nose note noun
        oath once only open oval oven over pace pack page paid pail pain pair pale palm park part pass past path pave peak pear peel pest pick
        pile pine pink pint pipe plan play plot plug plum poem poet pole pond pony pool poor pore pork port pose post pour pull pump pure push
        race rack raft rage rail rain rake ramp rank rare rate read real rear rent rest rice rich ride ring ripe rise risk road roam roar robe
        rock role roll roof room root rope rose ruin rule rush rust safe sage sail sale salt same sand save scar seal seat seed seem self sell
        send ship shoe shop shot show side sign silk sing sink site size skin slab sled slip slow snow soap soar sock soft soil sold sole solo
        some song soon sore sort soul soup sour spin spot star stay stem step stir stop such suit sure surf swan swim tail take tale talk tall
        tame tank tape task team tear tell tend tent test text than that them then they thin this tick tide tidy tile till time tiny tire toad
        told toll tomb tone took tool torn toss tour town trap tray tree trim trip true tube tuna tune turn twin type vain vase vast veil vein
        verb very vest view vine vote wade wage wait wake walk wall want ward ware warm warn wary wash wave weak wear weed week well went were
        west what when whip wide wife wild will wind wine wing wipe wire wise wish with wolf wood wool word wore work worm worn wrap yard year
        zero zone
        """;

    private const string Five = """
        above actor adult after again agree alarm album alert alien alike alive alone along angel anger angle ankle apple apron arena argue arise
        aside award awful badge baker basic basin batch beach beard beast begin being below bench berry birth black blade blame blank blast
        blaze bleak blend blind block blood bloom board boast bonus boost booth bound brace brain brake brand brass brave bread break brick
        bride brief bring broad brook broom brown brush build bunch cabin cable camel candy cargo carry catch cause chain chair chalk charm
        chart chase cheap check cheek cheer chess chest chief child china choir chord civil claim class clean clear clerk click cliff climb
        cloak clock close cloth cloud clown coach coast cobra color coral couch cough count court cover crack craft crane crash crate crawl
        cream creek crest crime crisp cross crowd crown cruel crush crust curve cycle daily dairy dance delay depth diary doubt dough dozen
        draft drain drama dream dress drift drink drive eager eagle early earth eight elbow elder empty enemy enjoy enter entry equal error
        event every exact extra fable faint fairy faith false fancy favor feast fence fever field fiery fifty fight final first flame flash
        flask fleet flesh float flock flood floor flour fluid flute focus force forge forty forum found frame fresh front frost fruit funny
        ghost giant given glass globe glory glove grace grade grain grand grant grape graph grasp grass grave great green greet grief grill
        group grove guard guess guest guide habit happy harsh haste heart heavy hedge hello hinge hobby honey honor horse hotel hound house
        human humor image index inner ivory jelly jewel joint judge juice kneel knife knock known label labor large laser later laugh layer
        learn least leave lemon level light limit linen liver local lodge loose loyal lucky lunch magic major maker maple march marsh match
        mayor medal melon mercy merit metal meter might minor model money month moral motor mount mouse mouth movie music naval nerve never
        night noble noise north novel nurse ocean offer olive onion opera orbit order organ other otter outer owner paint panel panic paper
        party paste patch pause peace peach pearl pedal penny phone photo piano piece pilot pinch pitch place plain plane plank plant plate
        plaza poach point polar pound power press price pride prime print prize proof proud prove punch pupil puppy purse queen quest quick
        quiet quilt quite quote radar radio raise ranch range rapid raven reach ready realm rebel relax reply rider ridge rifle right rigid
        river roast robin robot rough round route royal rural salad salty sandy sauce scale scare scarf scene scent scope score scout screw
        sense serve seven shade shake shape share shark sharp sheep sheet shelf shell shift shine shirt shock shore short shout shove shown
        sight silly skate skill skirt slate sleep slice slide slope small smart smell smile smoke snack snake solar solid solve sound south
        space spade spare spark speak spear speed spell spend spice spill spine spoon sport spray squad stack staff stage stair stake stale
        stalk stall stamp stand stare start state steal steam steel steep stern stick stiff still sting stock stone stool store storm story
        stove strap straw strip study style sugar sunny super swamp swarm sweat sweep sweet swift swing sword table taste teach tempo tenor
        thank theme thick thief thing think third thorn those three throw thumb tiger tight timer title toast today token topic torch total
        touch tough tower trace track trade trail train trait treat trend trial tribe trick truck trunk trust truth tulip twist uncle under
        union unite upper upset urban usual value vault verse video visit vital vivid vocal voice wagon waste watch water weary weave wheat
        wheel where which while white whole widow width witch woman world worry worth would wound wrist write wrong young youth
        """;

    private const string Six = """
        acting action almond anchor animal answer arctic artist august autumn avenue bakery ballad bamboo banana banner barber barley barrel
        basket beacon beaver beetle bishop border bottle bottom branch breath breeze bridge bright bronze bubble bucket burden butter button
        cactus camera candle canvas canyon carbon carpet castle cattle cellar cement cherry chisel circle circus clever cobalt coffee collar
        column comedy common copper corner cotton cousin cradle crayon credit custom damage danger decade degree desert dinner doctor donkey
        dragon drawer driver editor effect eleven engine escape expert fabric family famous farmer father fiddle figure finger flight flower
        flying forest fossil friend frozen future galaxy garage garden garlic gather gentle ginger goblet golden gravel ground guitar hammer
        handle harbor hollow honest hunter income insect island jacket jigsaw jungle kettle kidney kitten ladder lagoon legend lesson letter
        listen little lizard locker longer lumber magnet mammal manner marble margin market marvel master meadow medium melody member memory
        mentor method middle minute mirror mobile modern moment monkey mother muscle museum napkin narrow nation native nature needle number
        object office orange orchid oxygen oyster palace parade parcel parent parrot pastry patrol pebble pencil people pepper person picnic
        pigeon pillow planet pocket poetry police potato powder prince puzzle rabbit racket reason recipe record region remedy repair ribbon
        ripple rocket rubber saddle safety salmon sample school season secret shadow shield shower signal silver simple sister sketch smooth
        socket spider spirit spring square stable statue stream street string studio summer supper switch tablet tailor target temple tender
        thread throat ticket timber tissue tomato travel tunnel turtle valley velvet violet violin walnut wealth weapon weight window winner
        winter wisdom wonder yellow
        """;

    private const string Longer = """
        airport ancient apricot balance balloon bargain battery bedroom between biscuit blanket bracket brother cabbage captain caravan century
        chamber channel chapter chicken climate college comfort company compass concert control cottage counter country courage crystal culture
        current curtain cushion defence desktop diamond dolphin economy emerald evening factory feather fiction fortune freedom gallery general
        giraffe granite gravity harvest history holiday horizon husband journey justice kitchen lantern leather lettuce library machine message
        minimum mission morning mystery network notable nothing octagon orchard package passage pattern peasant penguin perfect picture pioneer
        plaster popular pottery present problem product program promise pyramid quarter railway rainbow recover regular respect running sailing
        scholar science section service session shelter silence soldier station stomach storage student subject success support surface teacher
        theatre thought thunder trouble unicorn uniform village vinegar visitor volcano warrior weather welcome whisper window wrestle
        absolute aircraft alphabet ambition anything approach artistic backyard baseball bathroom birthday boundary building business calendar
        campaign carnival category ceremony champion children chocolate cinnamon computer creature customer daughter daylight decision delivery
        designer diameter dinosaur director discover distance document dominate election elephant emphasis engineer envelope everyone exchange
        explorer festival football fountain friendly function generous geometry governor guardian hospital identity industry instance interest
        keyboard kindness language laughter lemonade magazine marathon marriage material mechanic memorial midnight mountain movement multiply
        musician national neighbor northern notebook obstacle official painting passport patience personal platform pleasure positive practice
        pressure princess producer province quantity railroad reaction reporter resident romantic sandwich scenario seashore security sentence
        shoulder software solution southern squirrel standard starfish strategy strength suburban sunlight sunshine surprise swimming symphony
        tomorrow together treasure triangle umbrella universe vacation valuable variable vertical violence weakness wildlife wireless workshop
        adventure afternoon ambulance apartment astronaut astronomy beautiful blueberry boulevard breakfast butterfly calculate celebrate
        character classroom committee community companion condition confident continent crocodile dangerous diversity education elaborate
        elevation emergency encounter equipment essential excellent existence expansion favourite furniture geography happiness hurricane
        important influence instantly intention interview invention knowledge landscape lightning limestone machinery marketing mechanism
        migration moonlight narrative newspaper nightmare notorious objective operation orchestra otherwise parachute parliament passenger
        permanent pineapple porcupine potential president principle professor prominent raspberry reception recognize reference satellite
        secretary signature sometimes spaceship spectacle statement structure submarine substance sunflower telephone telescope tradition
        transport treatment vegetable waterfall wonderful yesterday
        adaptation appearance assessment atmosphere background basketball blacksmith buttercups calculator chimpanzee collection comparison
        completely conclusion connection copyright depression dictionary difference difficulty electronic enterprise enthusiasm evaluation
        experience experiment expression foundation friendship generation government graduation helicopter impossible impression individual
        industrial instrument laboratory leadership lighthouse management metropolis microphone microscope observable opposition particular
        photograph politician population possession preference profession protection psychology reflection revolution saxophones scientific
        settlement spacecraft strawberry technology television themselves throughout toothbrush tournament understand university vocabulary
        watermelon
        """;

    private static readonly FrozenDictionary<int, string[]> ByLength =
        string.Join(' ', Three, Four, Five, Six, Longer)
            .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(word => word.Length)
            .ToFrozenDictionary(words => words.Key, words => words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray());

    private static readonly FrozenSet<string> All = ByLength.Values.SelectMany(words => words).ToFrozenSet(StringComparer.Ordinal);
}
