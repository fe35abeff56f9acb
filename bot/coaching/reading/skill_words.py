"""Words that tell a skill from other things in an account: neither list is meant to be whole."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SKILL_WORDS: Final = _words(
    """
    excel sql python java javascript typescript kotlin swift rust golang php ruby scala matlab
    spss stata
    sas docker kubernetes k8s terraform ansible jenkins git github linux unix bash powershell
    aws azure gcp
    cloud react angular vue django flask spring hadoop spark kafka redis mongodb postgres mysql
    oracle
    regex recursion graphs algorithms sap sage xero quickbooks salesforce hubspot tableau
    powerbi looker
    vlookup vlookups macros macro pivot pivots spreadsheet spreadsheets photoshop illustrator
    indesign figma
    autocad cad revit solidworks blender jira confluence sharepoint wordpress seo crm erp epos
    hris ats
    payroll bookkeeping double-entry accounting accounts ledger ledgers vat gst tax taxes ifrs
    gaap audit
    auditing reconciliation reconciliations accruals forecasting budgeting invoicing depreciation
    cannulation venepuncture phlebotomy catheter catheters catheterisation intubation triage sepsis
    suturing ventilators dialysis safeguarding moving handling hoist hoists peg makaton phonics
    welding tig mig arc brazing soldering plumbing plastering tiling wiring rigging scaffolding
    cnc lathe
    lathes milling forklift forklifts telehandler excavator tachograph tachographs hgv lgv
    reach crane banksman chainsaw pasteurising espresso latte filleting butchery haccp
    allergens sous-vide
    pastry barista cocktails programming coding testing debugging statistics regression
    calculus algebra
    statics dynamics thermodynamics chemistry physics biology pcr hplc elisa chromatography
    spectroscopy
    microscopy pipetting gmp gdpr gcp glp iso lean six sigma kaizen agile scrum kanban prince2
    pmp itil
    german french spanish italian dutch polish arabic mandarin cantonese japanese korean hindi
    urdu welsh
    portuguese russian swedish turkish bsl networking routing subnetting firewalls dns tcp vpn
    cisco ccna
    encryption devops api apis graphql microservices html css xml json node.js .net c# c++ vba
    dax etl
    airflow dbt snowflake bigquery pytorch tensorflow machine-learning nlp statistics probability
    licence license licences certificate certification qualification registration diploma
    """
)
"""Single words that by themselves make a phrase a skill."""

PAPERS: Final = _words(
    """
    licence license licences licenses certificate certificates certification certifications
    cert certs
    ticket tickets qualification qualifications registration diploma accreditation permit
    degree cscs dbs
    cpc sia nvq gcse gcses pgce qts acca aca cima aat cdl cpr nmc pin clearance masters phd
    btec hnc hnd
    apprenticeship endorsement
    """
)
"""What somebody has or has not, on paper."""

NO_SKILL: Final = _words(
    """
    it that this them one ones thing things nothing anything something everything stuff
    interview interviews
    job jobs role work company firm employer place office building manager boss team people
    person anyone
    someone everyone nobody chef panel recruiter interviewer question questions answer answers
    word words
    name names idea clue reason reasons point day days date dates week month year years time
    times hour hours
    minute minutes mistake mistakes phone car train bus road weather parking dress code suit
    coffee tea water
    lunch breakfast call calls email emails letter note notes cv resume feedback reply response
    news update
    updates chance problem problems way life money pay salary wage wages rate bonus benefits
    holiday holidays
    offer contract shift shifts start research homework prep preparation revision practice
    reading sleep
    room door address link camera microphone mic zoom weakness weaknesses strength strengths
    motivation
    gap hobbies myself yourself himself herself themselves experience experiences references
    reference
    needed required necessary wrong right bad good much enough nerves family kids children
    husband wife
    background luck confidence courage manners language difference story example examples situation
    test assessment task presentation group round stage video trial outcome decision result results
    next other others same last first second third technical hard easy tricky big basic simple
    behavioural behavioral competency personal final future past present eye contact hand hands
    talking thinking speaking well before yet again later really either lol haha case lot bit
    nhs ibm hsbc bbc uk us usa eu hr ceo cv pm am ok okay tv id london manchester leeds
    birmingham paris
    berlin dublin tesco asda amazon google microsoft apple facebook meta attention mind patience
    body voice face smile drugs transport drive desk commute expectations expectation half most some
    fault excuse sense use card business responsibility bits part side one's worries pressure joke
    """
)
"""Last words of what is not a skill."""

NO_SKILL_FIRST: Final = _words(
    """
    it its that these those them they he she him his her we us our you your i me my mine what
    whatever how
    why when where who whom whose which if whether nothing anything something everything anyone
    someone
    everyone nobody one two three four five so such to be being been am are is was were will
    would could
    should can do does did done have has had having not no never yes okay because but then than
    there here
    as well much many enough better worse again other another every each both myself yourself
    himself
    herself themselves wrong himself bad good great nice really very too quite half most all
    last first next second third same final more less ready anywhere somewhere out up down back away
    i'd i'm i've i'll he'd she'd they'd it's that's didn't don't wasn't couldn't id ive im
    said asked told went got felt thought looked came left gave took made knew
    """
)
"""Words with which no skill begins, and that stand in none."""

LEADS: Final = _words(
    """
    the a an any some their his her your this real proper actual actually such like things
    stuff kind sort
    kinds sorts called either basic basics of much single any kind even about using doing with
    on in how
    use what
    """
)
"""Words before a skill that do not belong to it."""

STOPS: Final = _words(
    """
    and or nor but so because cos cuz coz since before after until till though although however
    while
    whereas which that who when where if then than in at for with on from by to as into onto
    over under
    about yet ever either anyway really honestly obviously unfortunately sadly apart except
    unless without
    i he she they we it you me him them us is was are were be been am has have had do does did
    will would
    could should can may might must not never no just only even also too still again much lol
    haha tbh
    anymore myself professionally personally alone not between means meant works work worked
    stands there
    here today yesterday now i'd i'm i've id ive im he'd she'd they'd it's that's this those
    these what
    how why except besides felt went got looked said asked told came seemed made apparently straight
    properly back sorry please whatsoever like commercially hands-on live - -- = + nothing
    anything something until either
    """
)
"""Words at which a skill ends."""

TAILS: Final = _words(
    """
    question questions one ones bit bits part parts stuff thing things side section round experience
    experiences before yet of at all though knowledge skills skill either ever really sort kind
    thingy
    """
)
"""Words that stand after a skill and do not belong to it."""

PAIRS: Final = (
    "profit and loss",
    "health and safety",
    "moving and handl",
    "food and hygien",
    "food and bever",
    "supply and deman",
    "arrays and list",
    "research and dev",
    "terms and cond",
    "cash and carry",
    "mergers and acq",
    "point of ",
    "chain of ",
)
"""Skills with a joint in the middle, the first words of each."""
