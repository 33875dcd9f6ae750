package io.updraft.coldstart;

/**
 * One start of a function, to its first answer. With {@link LifeCycle#SNAP_START} times count from
 * the moment of the restore.
 *
 * @param cpuMillis CPU of the process
 * @param wallMillis time that has gone by
 * @param peakMegabytes the most memory that the process had
 * @param shares what of it was not running code
 * @param answer the first answer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Start(long cpuMillis, long wallMillis, long peakMegabytes, Shares shares, byte[] answer) {}
