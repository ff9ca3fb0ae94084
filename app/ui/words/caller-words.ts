/** Plain short words to say on the phone: no two of them differ by one letter alone, none is a name, an insult or a number. */
export const callerWordList: readonly string[] = `
  acorn almond amber anchor apple apron arrow autumn bacon badge bakery balcony
  bamboo banjo banner barley basket beetle bicycle biscuit blanket blossom bonnet bottle
  bridge bronze brush bubble bucket butter button cabin cactus camel camera candle
  canoe canvas carpet carrot castle ceiling celery chalk cherry chimney cinema circle
  circus clover cobalt coconut coffee comet compass copper coral cotton cradle crayon
  cricket crystal cushion daisy dancer desert diamond dinner dolphin donkey dragon drawer
  eagle easel elbow elephant emerald engine falcon feather fiddle finger flannel flute
  forest fossil fountain freckle furrow garden garlic giraffe glacier glove goblet gravel
  guitar hammer hammock harbour harvest hazel helmet heron hockey honey island ivory
  jacket jasmine jelly jigsaw jungle kettle kitchen kitten ladder lagoon lantern lemon
  lettuce library lilac lobster lotus magnet mango marble market meadow melon mirror
  mosaic muffin museum mustard napkin nectar needle nickel noodle nutmeg oatmeal ocean
  olive onion orange orchard orchid otter oven oyster paddle palace panda paper
  pastry peach peanut pebble pencil penguin pepper piano picnic pigeon pillow pilot
  pirate planet plum pocket pony poppy potato prairie pretzel pumpkin puppet puzzle
  pyramid rabbit radish raft rainbow raisin ribbon river robin saffron sailor salad
  sandal satin scarf school seagull shadow shelter shovel silver skate sketch sleigh
  snow soccer sofa spinach sponge spring squash stable statue summer sunset swan
  teapot temple tennis thimble thunder tiger timber toast tomato tortoise tower tractor
  trumpet tulip tunnel turnip turtle umbrella vanilla velvet village violin waffle wagon
  walnut walrus water whale wheat whistle window winter wizard wool yellow yogurt
  zebra zipper
`
  .trim()
  .split(/\s+/);

/** The word that a random number chooses. */
export const callerWordOf = (chosen: bigint): string =>
  callerWordList[Number(chosen % BigInt(callerWordList.length))] ?? "";
