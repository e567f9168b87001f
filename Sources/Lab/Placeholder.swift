// Stands in until the room is built.
