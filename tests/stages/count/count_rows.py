"""Sentences and the figures they give, one a line: `sentence => words = low..high harm of; ...`; none after `=>` is none.

All of it is invented. An open side of the bounds is left out; `of` is the thing counted as the figure writes it.
"""

LISTS = """
Twelve civilians, including three children, were killed in shelling of Avdiivka. => Twelve = 12..12 killed civilians; three = 3..3 killed children
Seven men and two women were shot dead in Culiacan. => Seven = 7..7 killed men; two = 2..2 killed women
Two nurses and a driver were killed in El Fasher. => Two = 2..2 killed nurses; a = 1..1 killed driver
The raid killed five rebels and wounded nine others. => five = 5..5 killed rebels; nine = 9..9 injured rebels
Four soldiers were killed, six wounded and two are missing. => Four = 4..4 killed soldiers; six = 6..6 injured soldiers; two = 2..2 missing soldiers
Gunmen killed 14 people and abducted 20 more in Zamfara. => 14 = 14..14 killed people; 20 = 20..20 held people
A policeman and two shopkeepers were wounded in Quetta. => A = 1..1 injured policeman; two = 2..2 injured shopkeepers
The attack left 11 dead and 35 wounded. => 11 = 11..11 killed dead; 35 = 35..35 injured wounded
The blast left one guard dead and three others wounded. => one = 1..1 killed guard; three = 3..3 injured guard
Three teachers, four pupils and a cook died in the fire. => Three = 3..3 killed teachers; four = 4..4 killed pupils; a = 1..1 killed cook
"""
PARTS = """
Nine people died, two of them children, when a shell hit a bus. => Nine = 9..9 killed people; two = 2..2 killed children
Fifteen fighters surrendered, of whom six were later executed. => Fifteen = 15..15 detained fighters; six = 6..6 killed fighters
They reported 27 deaths and 91 injuries; of the dead, ten were children. => 27 = 27..27 killed deaths; 91 = 91..91 injured injuries; ten = 10..10 killed children
They offered to free 250 detainees, none of them with blood on his hands. => 250 = 250..250 released detainees
The toll stands at 31 dead, among them eight medics, and over 100 injured. => 31 = 31..31 killed dead; eight = 8..8 killed medics; over 100 = 101.. injured injured
The governor was shot dead along with his two bodyguards. => two = 2..2 killed bodyguards
Wounded in the same strike were her father and two cousins, the doctor said. => two = 2..2 injured cousins
Killed were a doctor and two nurses. => a = 1..1 killed doctor; two = 2..2 killed nurses
Wounded at the front, he was treated with 12 others. =>
Officials put the number of those killed at 19 and of the wounded at 40. => 19 = 19..19 killed killed; 40 = 40..40 injured wounded
Some 2,000 mourners marched behind the coffins of the six dead. => Some 2,000 = .. other mourners; six = 6..6 killed dead
Of the 30 wounded, nine are in critical condition. => 30 = 30..30 injured wounded; nine = 9..9 injured wounded
Police said that 12 of the 19 attackers were killed. => 12 = 12..12 killed attackers
The rebels freed 14 of the 20 hostages they had seized. => 14 = 14..14 released hostages
None of the 41 passengers was hurt. => None = 0..0 injured passengers
Two children among five killed in Odesa strike => Two = 2..2 killed children; five = 5..5 killed children
A girl was among three people wounded in the shooting. => A = 1..1 injured girl; three = 3..3 injured people
At least 40 villagers, most of them women, were killed in Kachin. => At least 40 = 40.. killed villagers
Twenty-two people, including four women, were injured in Bamako. => Twenty-two = 22..22 injured people; four = 4..4 injured women
"""
GAPPED = """
Five people were killed on Monday and three more on Tuesday. => Five = 5..5 killed people; three = 3..3 killed people
Shells killed 12 people in Kolwe and another five in Tarn. => 12 = 12..12 killed people; five = 5..5 killed people
Gunmen killed nine villagers in Kolwe on Sunday and four in Tarn. => nine = 9..9 killed villagers; four = 4..4 killed villagers
Two soldiers were wounded on Friday, and seven more on Saturday. => Two = 2..2 injured soldiers; seven = 7..7 injured soldiers
Forty people were killed in Darfur and 12 in Kordofan. => Forty = 40..40 killed people; 12 = 12..12 killed people
Nine people were abducted in Mopti and at least 14 in Gao. => Nine = 9..9 held people; at least 14 = 14.. held people
He was jailed for five years and fined three more in May. =>
The attack killed 12 people, three of them children, and two more died. => 12 = 12..12 killed people; three = 3..3 killed children; two = 2..2 killed people
The ministry put the dead at 31 and the wounded at 104. => 31 = 31..31 killed dead; 104 = 104..104 injured wounded
Doctors put the dead at "more than 50". => more than 50 = 51.. killed dead
Police said that one policeman had been stoned to death. => one = 1..1 killed policeman
Doctors put the number of the dead as 12. => 12 = 12..12 killed dead
Nine were killed, the governor said; the army put it at four. => Nine = 9..9 killed killed; four = 4..4 killed killed
"""
BOUNDS = """
At least 46 people were killed in the camp. => At least 46 = 46.. killed people
No fewer than 18 miners were killed in the collapse. => No fewer than 18 = 18.. killed miners
More than 300 villagers were killed in the massacre. => More than 300 = 301.. killed villagers
Over 1,000 families were displaced by the fighting. => Over 1,000 = 1001.. displaced families
Up to 60 fighters were killed in the strike. => Up to 60 = ..60 killed fighters
As many as 25 soldiers were wounded. => As many as 25 = ..25 injured soldiers
Fewer than 20 people were injured. => Fewer than 20 = ..19 injured people
Nearly 20,000 people have been killed in the war. => Nearly 20,000 = ..20000 killed people
Almost 90 houses were destroyed in the floods. => Almost 90 = ..90 destroyed houses
Close to 400 prisoners were released. => Close to 400 = ..400 released prisoners
About 1,200 people were killed. => About 1,200 = .. killed people
Some 350 refugees were evacuated from the town. => Some 350 = .. displaced refugees
Around 70 protesters were arrested in Minsk. => Around 70 = .. detained protesters
Roughly 5,000 people fled across the river. => Roughly 5,000 = .. displaced people
An estimated 129 hostages are still held. => An estimated 129 = .. held hostages
An estimated 3 million people have been displaced in Sudan. => An estimated 3 million = .. displaced people
Between 10 and 15 people were killed. => Between 10 and 15 = 10..15 killed people
From 40 to 50 rebels were killed in the ambush. => From 40 to 50 = 40..50 killed rebels
The bomb wounded 10 to 12 traders. => 10 to 12 = 10..12 injured traders
Two or three gunmen were killed. => Two or three = 2..3 killed gunmen
Dozens of people were injured in the crush. => Dozens = 24.. injured people
Scores of villagers were abducted. => Scores = 40.. held villagers
Hundreds of homes were destroyed in Mariupol. => Hundreds = 200.. destroyed homes
Tens of thousands of people fled Goma. => Tens of thousands = 20000.. displaced people
Several soldiers were wounded near Bakhmut. => Several = 3.. injured soldiers
A few villagers were hurt. => A few = 3.. injured villagers
Thousands of residents have fled Loikaw. => Thousands = 2000.. displaced residents
Half a million people were displaced. => Half a million = 500000..500000 displaced people
Two dozen people were wounded. => Two dozen = 24..24 injured people
A hundred and ten miners were killed. => A hundred and ten = 110..110 killed miners
1.9 million people have been displaced. => 1.9 million = 1900000..1900000 displaced people
12,500 people were evacuated. => 12,500 = 12500..12500 displaced people
12 500 people were evacuated. => 12 500 = 12500..12500 displaced people
Five or more people were killed. => Five or more = 5.. killed people
Fifty or so families were displaced. => Fifty or so = .. displaced families
"""
HARMS = """
Nine people died in the shelling. => Nine = 9..9 killed people
The shelling killed nine people. => nine = 9..9 killed people
Nine people were killed by shelling. => Nine = 9..9 killed people
Nine deaths were recorded in the camp. => Nine = 9..9 killed deaths
The deaths of nine miners were confirmed. => nine = 9..9 killed miners
The bodies of 16 migrants were found in the desert. => 16 = 16..16 killed migrants
Nine bodies were recovered from the rubble. => Nine = 9..9 killed bodies
Six men were executed in the square. => Six = 6..6 killed men
Two journalists were shot and killed in Tegucigalpa. => Two = 2..2 killed journalists
Two journalists were shot and wounded in Tegucigalpa. => Two = 2..2 injured journalists
Eight people were shot in Baltimore. => Eight = 8..8 injured people
Four boys suffered gunshot wounds. => Four = 4..4 injured boys
Police found two deceased men and two injured women inside the house. => two = 2..2 killed deceased men; two = 2..2 injured injured women
Three boys are missing after the landslide. => Three = 3..3 missing boys
Forty fishermen disappeared off the coast. => Forty = 40..40 missing fishermen
Some 700 people were arrested in raids across Belarus. => Some 700 = .. detained people
Police detained 45 demonstrators in Harare. => 45 = 45..45 detained demonstrators
The junta jailed 14 activists. => 14 = 14..14 detained activists
Bandits abducted 80 schoolgirls in Katsina. => 80 = 80..80 held schoolgirls
The group still holds 12 foreigners. => 12 = 12..12 held foreigners
The guerrillas released 22 soldiers on Friday. => 22 = 22..22 released soldiers
Both sides exchanged 95 prisoners of war. => 95 = 95..95 released prisoners of war
Some 800 people were taken to hospital. => Some 800 = .. hospitalised people
Doctors treated 22 people for gunshot wounds. => 22 = 22..22 hospitalised people
Shelling drove 6,000 people from their homes. => 6,000 = 6000..6000 displaced people
The flood left 483 people homeless. => 483 = 483..483 displaced people
Some 82,000 internally displaced persons live around Bentiu. => Some 82,000 = .. displaced internally displaced persons
Nearly 3,000 families fled the fighting around Loikaw. => Nearly 3,000 = ..3000 displaced families
The strikes destroyed 40 houses and damaged 15 shops. => 40 = 40..40 destroyed houses; 15 = 15..15 damaged shops
Six homes were damaged and two cars were burned. => Six = 6..6 damaged homes; two = 2..2 destroyed cars
Rebels shot down two helicopters near Dabanga. => two = 2..2 destroyed helicopters
The army lost 51 men and 7 tanks in the battle. => 51 = 51..51 killed men; 7 = 7..7 destroyed tanks
Some 250,000 people are trapped in the city. => Some 250,000 = .. affected people
More than 5 million people are in need of food aid. => More than 5 million = 5000001.. affected people
Up to 60 miners are trapped underground near Rubaya. => Up to 60 = ..60 affected miners
The clashes killed and wounded 85 people. => 85 = 85..85 affected people
"""
ZERO = """
No casualties were reported. => No = 0..0 affected casualties
There were no injuries. => no = 0..0 injured injuries
No one was hurt in the blast. => No one = 0..0 injured hurt
Nobody was killed in the drone attack. => Nobody = 0..0 killed killed
No civilians were harmed, the army said. =>
No arrests have been made. => No = 0..0 detained arrests
A soldier was killed on the border. => A = 1..1 killed soldier
A woman was wounded by shrapnel in Sderot. => A = 1..1 injured woman
The only survivor was pulled from the wreck. =>
A mother and her two children were killed in their sleep. => A = 1..1 killed mother; two = 2..2 killed children
A 9-year-old girl was killed in Gorlivka. => A = 1..1 killed girl
The sniper shot dead a medic. => a = 1..1 killed medic
"""
NOT_COUNTS = """
The Network recorded 96 killings in March, 14 more than in February. => 96 = 96..96 killed killings
A relative of one of the missing men said that they had been beaten. =>
No bodies were shown on state television. =>
Tarsil, a town of about 85,000 before the war, had been held by the Brigades since July. =>
A driver was killed near the bridge when his car struck one. => A = 1..1 killed driver
"They made us lie down," said one 26-year-old woman whose husband was shot dead. =>
The offensive entered its 10th week on May 3. =>
The 12-year-old lives near Route 4. =>
Resolution 2720 was adopted by 13 votes to none. =>
The convoy left at 8:30 and drove 40 kilometres. =>
Two F-16 jets flew over the town. =>
The M23 rebels took the hill on 14 March 2023. =>
Talks lasted three days and two nights. =>
He was jailed in 1998 for eight years. =>
The 2014 war lasted 51 days. =>
A 155mm shell landed near Brigade 72. =>
She is 27 and comes from Ward 6. =>
Paragraph 12 of the 1991 accord forbids it. =>
The temperature fell to 14 degrees. =>
One of the most violent weeks of the war ended. =>
The two sides met for the third time. =>
Flight 17 came down at 4.20 p.m. on July 17. =>
The Group of Seven met in Hiroshima. =>
Operation 1027 began in the north. =>
The rebels hold three towns along the river. =>
The army fired two rounds of warning shots. =>
One third of the city is without power. =>
"""
THINGS = """
The convoy carried 20 tonnes of flour. => 20 = 20..20 other flour
The fire destroyed 8,000 hectares of crops. => 8,000 = 8000..8000 destroyed hectares
Donors pledged $45 million for the refugees. => $45 million = 45000000..45000000 other
About 60 percent of the population fled. => About 60 = .. displaced population
Nearly 85 percent of the residents were displaced. => Nearly 85 = ..85 displaced residents
Some 1,500 households were displaced in Tigray. => Some 1,500 = .. displaced households
The storm destroyed 25 mud-and-thatch homes. => 25 = 25..25 destroyed mud-and-thatch homes
Houses destroyed: 146 => 146 = 146..146 destroyed Houses
"""
CARRIED = """
Gunmen killed 30 farmers. Another 14 were hurt. => 30 = 30..30 killed farmers; 14 = 14..14 injured farmers
Eight policemen were killed. Five more were wounded. => Eight = 8..8 killed policemen; Five = 5..5 injured policemen
The shelling killed 4 people in Kherson. Nine were injured. => 4 = 4..4 killed people; Nine = 9..9 injured people
The number of wounded stands at 88. => 88 = 88..88 injured wounded
The death toll rose to 27. => 27 = 27..27 killed death toll
The death toll has risen to more than 19,600. => more than 19,600 = 19601.. killed death toll
The toll stood at 12, officials said. => 12 = 12..12 killed toll
"""
CAPITALS = """
THREE SUBVERSIVES WERE KILLED AND SEVEN OTHERS WERE WOUNDED IN USULUTAN. => THREE = 3..3 killed SUBVERSIVES; SEVEN = 7..7 injured SUBVERSIVES
AT LEAST 20 REBELS HAD BEEN KILLED IN THE CLASHES. => AT LEAST 20 = 20.. killed REBELS
ABOUT 50 PEASANTS HAVE BEEN KIDNAPPED IN SAN MIGUEL. => ABOUT 50 = .. held PEASANTS
A BOMB WOUNDED TWO POLICEMEN IN AYACUCHO. => TWO = 2..2 injured POLICEMEN
SIX PRIESTS WERE MURDERED AT DAWN. => SIX = 6..6 killed PRIESTS
DYNAMITE DESTROYED FOUR POWER PYLONS NEAR HUANCAYO. => FOUR = 4..4 destroyed POWER PYLONS
MORE THAN 200 PEOPLE WERE ARRESTED IN SANTIAGO. => MORE THAN 200 = 201.. detained PEOPLE
"""
HEADLINES = """
Twelve killed in market blast => Twelve = 12..12 killed killed
Drone strike kills 5, wounds 11 in Kharkiv => 5 = 5..5 killed kills; 11 = 11..11 injured wounds
Gunmen kill six in Mogadishu hotel => six = 6..6 killed kill
Bus crash leaves 17 dead => 17 = 17..17 killed dead
40 feared dead in Lake Kivu sinking => 40 = 40..40 killed dead
Two cops shot in Port-au-Prince => Two = 2..2 injured cops
"""
MORE = """
Mortar fire wounded four children in Idlib. => four = 4..4 injured children
Three aid workers were killed near Malakal. => Three = 3..3 killed aid workers
Fourteen peacekeepers were wounded in Kidal. => Fourteen = 14..14 injured peacekeepers
The landmine killed two herders outside Djibo. => two = 2..2 killed herders
Seventy-one prisoners were freed in Sanaa. => Seventy-one = 71..71 released prisoners
At least nine worshippers were killed when a bomb went off in Kunduz. => At least nine = 9.. killed worshippers
The navy rescued 112 migrants off Sfax. => 112 = 112..112 released migrants
Twenty-six insurgents were killed in Borno. => Twenty-six = 26..26 killed insurgents
The earthquake injured over 900 people. => over 900 = 901.. injured people
Troops rounded up 60 students in Yangon. => 60 = 60..60 detained students
Shells fell on the clinic, killing a nurse. => a = 1..1 killed nurse
The ambush killed 17 soldiers and injured 21. => 17 = 17..17 killed soldiers; 21 = 21..21 injured soldiers
The ferry sank, drowning 54 passengers. => 54 = 54..54 killed passengers
Police said 13 inmates had been stabbed. => 13 = 13..13 injured inmates
Hospitals reported 33 deaths. => 33 = 33..33 killed deaths
Eleven of the wounded are children. => Eleven = 11..11 injured wounded
More than 60 hostages remain in captivity. => More than 60 = 61.. held hostages
The strike killed the commander and four bodyguards. => four = 4..4 killed bodyguards
Three brothers were beheaded in Cabo Delgado. => Three = 3..3 killed brothers
Arsonists torched nine huts. => nine = 9..9 destroyed huts
Bulldozers razed 12 homes in the village. => 12 = 12..12 destroyed homes
The avalanche buried 30 houses. => 30 = 30..30 destroyed houses
At least 5,000 residents were evacuated from Kryvyi Rih. => At least 5,000 = 5000.. displaced residents
The explosion injured 15 dockers. => 15 = 15..15 injured dockers
Two pilots were captured near Homs. => Two = 2..2 held pilots
Six diplomats were expelled. => Six = 6..6 displaced diplomats
Nineteen fishermen were seized by the navy. => Nineteen = 19..19 held fishermen
The riot left 10 prisoners injured. => 10 = 10..10 injured prisoners
Four schools and a clinic were destroyed. => Four = 4..4 destroyed schools
Nine villages were burned in Ituri. => Nine = 9..9 destroyed villages
The barrage killed three farm workers in Metula. => three = 3..3 killed farm workers
At least one person was killed in Stepanakert. => At least one = 1.. killed person
One soldier was killed in Hodeidah. => One = 1..1 killed soldier
Forty-five detainees died of cholera. => Forty-five = 45..45 killed detainees
Twelve rebels laid down their arms and 30 surrendered. => Twelve = 12..12 other rebels; 30 = 30..30 detained rebels
In all, 71 sailors were rescued. => 71 = 71..71 released sailors
The mission recorded 480 civilian deaths. => 480 = 480..480 killed civilian deaths
A sniper killed a doctor and wounded two nurses. => a = 1..1 killed doctor; two = 2..2 injured nurses
The militia killed at least 100 villagers over two days. => at least 100 = 100.. killed villagers
Fighting has displaced 400,000 people since April. => 400,000 = 400000..400000 displaced people
"""
DECADES = """
Sandinista troops killed 30 contras in Jinotega in 1986. => 30 = 30..30 killed contras
Some 400 Kurds were gassed in the village in 1988. => Some 400 = .. affected Kurds
The siege of Sarajevo has wounded 12 aid drivers since May. => 12 = 12..12 injured aid drivers
Two dozen monks were detained in Lhasa in 2008. => Two dozen = 24..24 detained monks
The Tigers shelled the harbour, killing 11 sailors. => 11 = 11..11 killed sailors
Paramilitaries murdered 17 peasants in Mapiripan. => 17 = 17..17 killed peasants
At least 90 people were killed at a theatre in Paris. => At least 90 = 90.. killed people
Hutu militia hacked to death 23 villagers. => 23 = 23..23 killed villagers
IRA gunmen wounded a constable and two soldiers in Armagh. => two = 2..2 injured soldiers
Guerrillas kidnapped seven engineers of an oil company in Arauca. => seven = 7..7 held engineers
"""
APART = """
8 men shot, 2 dead => 8 = 8..8 injured men; 2 = 2..2 killed men
Eight injured, two arrested in Orvane shooting => Eight = 8..8 injured injured; two = 2..2 detained arrested
Six were wounded, two seriously, in the raid. => Six = 6..6 injured wounded; two = 2..2 injured wounded
Police found two women and one man dead; another woman was rushed to a clinic. => two = 2..2 killed women; one = 1..1 killed man; another = 1..1 hospitalised woman
One woman was killed and another was badly injured. => One = 1..1 killed woman; another = 1..1 injured woman
The four were taken to a clinic, where they died. => four = 4..4 killed taken
Two were taken to hospital and one died at the scene. => Two = 2..2 hospitalised taken to hospital; one = 1..1 killed died
Two boys were admitted to hospital with burns. => Two = 2..2 hospitalised boys
Investigators named the two teenagers who admitted to the killings. => two = 2..2 other teenagers
Police are looking into a quadruple murder in Selm. => quadruple = 4..4 killed murder
A double murder suspect fled. =>
Three gunmen fled on foot. => Three = 3..3 other gunmen
A man from the hills was killed. => A = 1..1 killed man
Three 28-year-old men from Selm and a 27-year-old man from Orvane were wounded. => Three = 3..3 injured men; a = 1..1 injured man
Seven people were killed in three separate shootings. => Seven = 7..7 killed people
Three sons of a local official were kidnapped by armed men. => Three = 3..3 held sons
Five children of a teacher were killed in the raid. => Five = 5..5 killed children
A gunman shot at twelve people. => twelve = 12..12 other people
Two men, ages, 20 and 31, suffered leg wounds. => Two = 2..2 injured men
The other, 25, is in critical condition. =>
Three boys, all 16 or younger, were wounded. => Three = 3..3 injured boys
Officers were called to a shooting at 3155 Hickory Bend. =>
No one else was hurt. =>
No one has been charged in her death. =>
Five villagers were freed, fewer than the 40 it had asked for. => Five = 5..5 released villagers
Six of every ten houses in the village were destroyed. =>
One in three residents has fled. =>
Two of the five wounded soldiers died, raising the toll to seven. => Two = 2..2 killed wounded soldiers; seven = 7..7 killed toll
Four VBIEDs were used in the attack. =>
The strike destroyed four VBIEDs and two mortar tubes. => four = 4..4 destroyed VBIEDs; two = 2..2 destroyed mortar tubes
The camp holds 400,000 people. => 400,000 = 400000..400000 other people
The prison holds 400 people. => 400 = 400..400 held people
The village got flour in exchange for $5 million. => $5 million = 5000000..5000000 other exchange
"""
LOOKALIKES = """
The bodies of five men, shot in the head, were found in the Arapha area. => five = 5..5 killed men
"We buried 61 people in Tougourou alone," said a resident. => 61 = 61..61 killed people
Eleven people were buried under the rubble. => Eleven = 11..11 other people
In 2020, 76 massacres left 292 people dead. => 292 = 292..292 killed people
Russia launched 70 missiles and 145 drones, of which 48 missiles were shot down. => 48 = 48..48 destroyed missiles
The rebels handed over 27 captured soldiers. => 27 = 27..27 released captured soldiers
The militia took over 200 hostages. => over 200 = 201.. held hostages
An official said no list had been handed over. =>
Nine people were killed in the raid. A resident said he had counted 14. => Nine = 9..9 killed people; 14 = 14..14 killed people
The army killed a militant. The ministry said the overall toll had risen to 46,565. => a = 1..1 killed militant; 46,565 = 46565..46565 killed toll
The government released 40 rebels, though Kinshasa put the number at 35. => 40 = 40..40 released rebels; 35 = 35..35 released rebels
Six officers died and three were hurt, the ministry said, lowering an earlier count of eight. => Six = 6..6 killed officers; three = 3..3 injured officers; eight = 8..8 killed officers
The strike killed 12 people, including four children, and injured 20. => 12 = 12..12 killed people; four = 4..4 killed children; 20 = 20..20 injured people
The attackers came in a convoy of some 40 motorcycles and burned 13 houses. => 13 = 13..13 destroyed houses
Doctors said 31 people had been injured, including a six-month-old baby, and that up to 19 were unaccounted for. => 31 = 31..31 injured people; up to 19 = ..19 missing people
Rescuers found another man under the rubble, taking the death toll from Friday's missile strike to four. => another = 1..1 killed man; four = 4..4 killed death toll
Rebels killed "dozens" of fighters and "at least five" of the guards. => dozens = 24.. killed fighters; at least five = 5.. killed guards
The army said it had neutralised three of them. => three = 3..3 affected neutralised
Troops eliminated 12 gunmen. => 12 = 12..12 killed gunmen
The relief union evacuated 12 severely wounded people by air. => 12 = 12..12 hospitalised severely wounded people
The hospital received "more than 140 wounded, many of them critically", and at least 90 bodies. => more than 140 = 141.. injured wounded; at least 90 = 90.. killed bodies
Nine soldiers were killed, 24 wounded and seven taken prisoner. => Nine = 9..9 killed soldiers; 24 = 24..24 injured soldiers; seven = 7..7 held soldiers
The staff reported 46 assailants "neutralised" and 14 lorries destroyed, against 5 dead and 11 injured on its own side. => 46 = 46..46 affected assailants; 14 = 14..14 destroyed lorries; 5 = 5..5 killed dead; 11 = 11..11 injured injured
The minister said 134 people remained in the hands of armed groups. => 134 = 134..134 held people
The number of civilians killed, 224, was the lowest since 2003. => 224 = 224..224 killed civilians
Two soldiers and a policeman were killed, and four others injured. => Two = 2..2 killed soldiers; a = 1..1 killed policeman; four = 4..4 injured injured
The raid left 14 dead, the governor said. Her deputy later put the figure at 17. => 14 = 14..14 killed dead; 17 = 17..17 killed dead
Nine people died, officials said; the mayor put it at 11. => Nine = 9..9 killed people; 11 = 11..11 killed people
The committee said 61 people had died. It said 14 of them were under 18. => 61 = 61..61 killed people; 14 = 14..14 killed people
The shooting, which began at 9, left two dead. => two = 2..2 killed dead
Gunmen executed 28 men in Kolwe. The next day they ambushed a convoy, killing 12. => 28 = 28..28 killed men; 12 = 12..12 killed killing
"""
REPORTS = """
The army did not give a casualty figure. =>
The camp, which held about 500 people, lies near the border. => about 500 = .. other people
A mortar round hit a school, killing two. => two = 2..2 killed killing
In January, 14 prisoners died and in April eight more, officials said. => 14 = 14..14 killed prisoners; eight = 8..8 killed prisoners
The provincial hospital received 26 bodies and 54 wounded. => 26 = 26..26 killed bodies; 54 = 54..54 injured wounded
Investigators have exhumed 187 bodies from four mass graves. => 187 = 187..187 killed bodies
"""
OTHERS = """
Most were people who disappeared between 2002 and 2004, when militias ruled the valley. =>
Between 1,900 and 2,000 people were killed. => Between 1,900 and 2,000 = 1900..2000 killed people
Troops raided a camp of gunmen who hid in the hills and 12 of them were killed. => 12 = 12..12 killed gunmen
Nineteen people died, three of them policemen, and seven of the attackers were killed. => Nineteen = 19..19 killed people; three = 3..3 killed policemen; seven = 7..7 killed attackers
The strike killed 17 pupils and two teachers and injured dozens. => 17 = 17..17 killed pupils; two = 2..2 killed teachers; dozens = 24.. injured injured
The monitor put the dead at 13 and said at least six of them were displaced people. => 13 = 13..13 killed dead; at least six = 6.. killed displaced people
I saw three of my pupils die in front of me. => three = 3..3 killed pupils
Their forces suffered one dead and three wounded in the ambush. => one = 1..1 killed forces; three = 3..3 injured forces
More than 200 women and children were taken into the forest. => More than 200 = 201.. held women and children
That brings to 98 the number of journalists killed this year, compared with 115 in 2023. => 98 = 98..98 killed journalists; 115 = 115..115 killed journalists
Strikes killed 31 civilians in the past week, up from 22 the week before. => 31 = 31..31 killed civilians; 22 = 22..22 killed civilians
The death toll has risen to 17, the governor says. Earlier he had said 16. => 17 = 17..17 killed death toll; 16 = 16..16 killed death toll
Rescuers recovered nine bodies from the hall and two more from a car. => nine = 9..9 killed bodies; two = 2..2 killed bodies
The colonel said that a corporal remains missing. => a = 1..1 missing corporal
A landmine exploded under a truck, killing a couple and their three children. => a couple = 2..2 killed couple; three = 3..3 killed children
A couple of houses burned. => A couple = 2.. destroyed houses
A diplomat put the toll at "somewhere between 180 and 250". => somewhere between 180 and 250 = 180..250 killed toll
The blast brought to at least 40 the total number of people killed in the camp. => at least 40 = 40.. killed people
"""
ARMS = """
Two of the four Mi-35 helicopters hovering north of the village began to attack. =>
Two of the three T-72 tanks were destroyed near Kolwe. => Two = 2..2 destroyed T-72 tanks
TWO UH-1H HELICOPTERS WERE DAMAGED. => TWO = 2..2 damaged UH-1H HELICOPTERS
The rebels captured 12 AK-47s and two BMP-2 vehicles. => 12 = 12..12 other AK-47s; two = 2..2 other BMP-2 vehicles
Two Su-25s were shot down over Tarn. => Two = 2..2 destroyed Su-25s
Guards shot down 14 of 18 Shahed-136 drones and four Kh-59 missiles. => 14 = 14..14 destroyed Shahed-136 drones; four = 4..4 destroyed Kh-59 missiles
TEN GUERRILLAS WERE CAPTURED, AND 47 RIFLES SEIZED. => TEN = 10..10 held GUERRILLAS; 47 = 47..47 other RIFLES
The enemy lost 640 men, 12 tanks and 31 artillery systems. => 640 = 640..640 killed men; 12 = 12..12 destroyed tanks; 31 = 31..31 destroyed artillery systems
Enemy losses are about 900 personnel, 73 tanks, 65 MLRS and 12 UAVs. => about 900 = .. affected personnel; 73 = 73..73 destroyed tanks; 65 = 65..65 destroyed MLRS; 12 = 12..12 destroyed UAVs
Their losses over the past day amounted to 40 men and 12 howitzers. => 40 = 40..40 affected men; 12 = 12..12 destroyed howitzers
Two tank crews and four police vehicles were hit. => Two = 2..2 affected tank crews; four = 4..4 damaged police vehicles
Three strikes destroyed four UAV construction facilities. => four = 4..4 destroyed UAV construction facilities
The herders lost 200 cattle. => 200 = 200..200 killed cattle
"""
ONE_MORE = """
Two people – a 67-year-old woman and her grandson, 9 – were killed by debris. => Two = 2..2 killed people; a = 1..1 killed woman; her = 1..1 killed grandson
Lina, 9, and her brother, 12, were wounded by shrapnel. =>
A retired nurse, 71, and a farmer, thirty-four, were killed by a mine. => A = 1..1 killed retired nurse; a = 1..1 killed farmer
The front freed four soldiers and a police officer it had held since May. => four = 4..4 released soldiers; a = 1..1 released police officer
A car bomb killed three officers and a passer-by. => three = 3..3 killed officers; a = 1..1 killed passer-by
The shell killed two children and their grandmother. => two = 2..2 killed children; their = 1..1 killed grandmother
Shelling killed a family of six, including four children under 10. => six = 6..6 killed family; four = 4..4 killed children
Another 33 people were wounded, 12 of them seriously, and were taken to hospital. => 33 = 33..33 injured people; 12 = 12..12 injured people
The five missing include a cook and four local astronomers. => five = 5..5 missing missing; a = 1..1 missing cook; four = 4..4 missing local astronomers
Soldiers took away 20 people, nine of them children and three teachers. => 20 = 20..20 detained people; nine = 9..9 detained children; three = 3..3 detained teachers
The helicopter took away 12 wounded men. => 12 = 12..12 hospitalised wounded men
Elders said that soldiers raped at least nine girls. => at least nine = 9.. affected girls
"""
BREAKDOWNS = """
Two days of clashes left 73 people dead - 40 of them fighters, 33 civilians - and more than 9,000 displaced. => 73 = 73..73 killed people; 40 = 40..40 killed fighters; 33 = 33..33 killed civilians; more than 9,000 = 9001.. displaced people
At least 31 people died. Fourteen of the 31 were children, and six of those were under five. => At least 31 = 31.. killed people; Fourteen = 14..14 killed children; six = 6..6 killed children
Of 800 children, 214 were killed, 305 maimed and 98 recruited. => 800 = 800..800 other children; 214 = 214..214 killed children; 305 = 305..305 injured children
Officials: 3 killed, 11 injured (4 critical) in Kolwe blast => 3 = 3..3 killed killed; 11 = 11..11 injured injured; 4 = 4..4 injured injured
Casualties: 14 KIA, 36 WIA, 2 MIA. => 14 = 14..14 killed KIA; 36 = 36..36 injured WIA; 2 = 2..2 missing MIA
Radio said that 94 soldiers were killed, wounded or captured in the attack. => 94 = 94..94 affected soldiers
Almost all of the village's 400 inhabitants were killed or fled. => 400 = 400..400 affected inhabitants
Rebels abducted and killed 12 men. => 12 = 12..12 killed men
There were 12 homicides and 89 massacres, against 1,310, 180 and 76 respectively a year before. => 12 = 12..12 killed homicides
Neither of the two pilots was hurt. => Neither = 0..0 injured pilots
Neither the army nor the police was hurt. =>
Government losses were 480 killed, 900 wounded and 23 tanks destroyed. => 480 = 480..480 killed killed; 900 = 900..900 injured wounded; 23 = 23..23 destroyed tanks
Troops seized eight AK-47 rifles, 32 mines and one M-60 machinegun. => eight = 8..8 other AK-47 rifles; 32 = 32..32 other mines; one = 1..1 other M-60 machinegun
The office said 104 attackers had been "neutralised" and 27 motorcycles and 3 pickups seized. => 104 = 104..104 affected attackers; 27 = 27..27 other motorcycles; 3 = 3..3 other pickups
Militias burned more than 600 homes in six villages. => more than 600 = 601.. destroyed homes
A toll of 12 dead was revised down to nine on Sunday. => 12 = 12..12 killed dead; nine = 9..9 killed dead
The prison, built for 600 inmates, holds 2,300 people. => 2,300 = 2300..2300 held people
Rockets annihilated 250 troops. => 250 = 250..250 killed troops
1 US soldier was killed and two US pilots were wounded. => 1 = 1..1 killed US soldier; two = 2..2 injured US pilots
Two were killed in 2022 and five in 2023. => Two = 2..2 killed killed; five = 5..5 killed killed
Experts exhumed the remains of 271 people. => 271 = 271..271 killed people
Four guards were sacked over the killing of two brothers in custody. => Four = 4..4 other guards; two = 2..2 killed brothers
Seven members of one family were burned to death. => Seven = 7..7 killed members
Government forces lost control of 12 villages and about 80 soldiers defected. => about 80 = .. other soldiers
The dead included the mayor, three councillors and at least 10 market women. => three = 3..3 killed councillors; at least 10 = 10.. killed market women
There are 4 million displaced; 24 million (80% of the population) are in need. => 4 million = 4000000..4000000 displaced displaced; 24 million = 24000000..24000000 affected are in need; 80 = 80..80 affected population
Gangs killed 207 people in Wharf, 134 of them men and 73 women, most of them over 60. => 207 = 207..207 killed people; 134 = 134..134 killed men; 73 = 73..73 killed women
Six of the wounded were women and three were children. => Six = 6..6 injured wounded; three = 3..3 injured children
Some 35 prisoners escaped after killing 3 guards. => Some 35 = .. other prisoners; 3 = 3..3 killed guards
Fighters carried off 500 cattle and 4 women. => 500 = 500..500 other cattle; 4 = 4..4 held women
The rebels handed over 12 bodies and two prisoners. => 12 = 12..12 killed bodies; two = 2..2 released prisoners
It was on 3 May. 4 civilians were killed. => 4 = 4..4 killed civilians
On Sept. 4 and Jan. 12 the market was shut. =>
The injured – 14 men, 9 women and 6 children – were flown to the capital. => 14 = 14..14 injured men; 9 = 9..9 injured women; 6 = 6..6 injured children
Four out of five dead were under 30. =>
Two workers – a Dane and a Swede, both 34 – were released. => Two = 2..2 released workers
Troops retook 3 of the 5 villages lost last week, killing 31 militants. => 31 = 31..31 killed militants
The quake injured 2,300 and left 40,000 without shelter. => 2,300 = 2300..2300 injured injured; 40,000 = 40000..40000 displaced without shelter
The toll includes 12 policemen. => 12 = 12..12 killed policemen
Up to a thousand fighters, some as young as 14, died. => Up to a thousand = ..1000 killed fighters
At least 35 were killed, including 8 of the attackers. => At least 35 = 35.. killed killed; 8 = 8..8 killed attackers
Raiders killed 43 farmers; some residents put the figure as high as 110. => 43 = 43..43 killed farmers; as high as 110 = ..110 killed farmers
Its two gunboats sank five migrant boats. => five = 5..5 destroyed migrant boats
Seven soldiers paid the supreme price. => Seven = 7..7 killed soldiers
On Dec. 22, 9 people died; on May 3, 4 and 5 the market was shut. => 9 = 9..9 killed people
The convoy of 22 trucks evacuated 480 people, including 211 wounded. => 480 = 480..480 displaced people; 211 = 211..211 injured people
Fatalities reached 1,000 on Sunday. => 1,000 = 1000..1000 killed Fatalities
The enemy left behind 27 bodies and 14 rifles. => 27 = 27..27 killed bodies
Fighters ambushed a patrol, killing all but two. =>
All but 3 of the 48 hostages were freed. =>
For every soldier killed, three are wounded. =>
Pirates seized a tanker with its crew. =>
At least 8 families were buried under their homes. => At least 8 = 8.. other families
Casualties in Sarel: killed – 14, wounded – 31 (6 children). => 14 = 14..14 killed killed; 31 = 31..31 injured wounded; 6 = 6..6 injured children
Persons displaced: 48,200; houses burnt: 1,310 => 48,200 = 48200..48200 displaced Persons; 1,310 = 1310..1310 destroyed houses
The army captured three hills and 12 rebels. => 12 = 12..12 held rebels
The ministry raised the toll by five to 46. => five = 5..5 killed toll; 46 = 46..46 killed toll
The number of people killed in airstrikes fell from 210 in March to 96 in April. => 210 = 210..210 killed people; 96 = 96..96 killed people
Some 60,000 of the town's 85,000 residents have left. => Some 60,000 = .. other residents
They hanged four men and flogged 12 others. => four = 4..4 killed men; 12 = 12..12 injured men
"""
GROUPS = {
    "lists": LISTS, "parts": PARTS, "bounds": BOUNDS, "harms": HARMS, "zero": ZERO, "no-counts": NOT_COUNTS, "things": THINGS,
    "carried": CARRIED, "capitals": CAPITALS, "headlines": HEADLINES, "apart": APART, "decades": DECADES, "more": MORE,
    "gapped": GAPPED, "lookalikes": LOOKALIKES, "reports": REPORTS, "others": OTHERS,
    "arms": ARMS, "one more": ONE_MORE, "breakdowns": BREAKDOWNS,
}  # fmt: skip
