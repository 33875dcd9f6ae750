/** What is told to whom, and the ports by which it gets there. */
@NullMarked
package io.updraft.notification.domain;

import org.jspecify.annotations.NullMarked;
