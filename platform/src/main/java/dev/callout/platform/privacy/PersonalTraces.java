package dev.callout.platform.privacy;

import java.util.Collection;

/**
 * Something that keeps personal data outside the events, such as mails that are to be sent. Every bean of this type is
 * asked when a person is erased, perhaps more than once.
 */
public interface PersonalTraces {

    /**
     * Removes what is kept of a person.
     *
     * @param personIds all ids under which this person is known: contacts, accounts, a private customer, and that one's
     *     tickets
     * @param aggregateIds the customers, accounts and tickets whose events tell of the person
     */
    void erase(Collection<String> personIds, Collection<String> aggregateIds);
}
