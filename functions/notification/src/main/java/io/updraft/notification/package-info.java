/** What is told to people of campaigns, updates and alerts. */
@NullMarked
package io.updraft.notification;

import org.jspecify.annotations.NullMarked;
