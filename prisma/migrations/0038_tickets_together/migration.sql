-- An issue ships when the last of its tickets is done: on that day, whichever system is looked at last.
ALTER TABLE "tickets" ADD COLUMN "ended_on" DATE;
